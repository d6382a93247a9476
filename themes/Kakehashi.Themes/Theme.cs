namespace Kakehashi.Themes;

/// <summary>What the theme brings besides its components.</summary>
public static class Theme
{
    /// <summary>Changes whenever components or assets change; part of every page's fingerprint.</summary>
    public static string Version { get; } = typeof(Theme).Module.ModuleVersionId.ToString("N");
}
