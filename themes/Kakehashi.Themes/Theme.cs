namespace Kakehashi.Themes;

/// <summary>What the theme brings besides its components.</summary>
public static class Theme
{
    /// <summary>Changes whenever components or assets change; part of every page's fingerprint.</summary>
    public static string Version { get; } = typeof(Theme).Module.ModuleVersionId.ToString("N");

    /// <summary>Files to publish, ordered by address.</summary>
    public static IReadOnlyList<ThemeAsset> Assets => [.. new[] { Sheet, Favicon, SharePicture }.OrderBy(asset => asset.Address, StringComparer.Ordinal)];

    /// <summary>Address of the style sheet; changes with its content.</summary>
    public static string Stylesheet => Sheet.Address;

    internal static ThemeAsset Favicon { get; } = ThemeAsset.Create("favicon.svg", "image/svg+xml", Resource("Assets/favicon.svg"));

    /// <summary>1200 × 630 pixels.</summary>
    internal static ThemeAsset SharePicture { get; } = ThemeAsset.Create("share.png", "image/png", Resource("Assets/share.png"));

    static ThemeAsset Sheet { get; } = ThemeAsset.Create("site.css", "text/css; charset=utf-8", StyleSheet.Build(Resource));

    static byte[] Resource(string name)
    {
        using var stream = typeof(Theme).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The theme's file {name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
