namespace Kakehashi.Browser.Tests;

/// <summary>Sizes of view in CSS pixels.</summary>
public sealed record Screen(int Width, int Height)
{
    /// <summary>What JIS and WCAG 1.4.10 ask for, and 1280 px enlarged four times.</summary>
    public static Screen Smallest { get; } = new(320, 640);

    public static Screen Phone { get; } = new(360, 800);

    public static Screen Tablet { get; } = new(768, 1024);

    public static Screen Desktop { get; } = new(1280, 800);

    public override string ToString() => $"{Width}px";
}
