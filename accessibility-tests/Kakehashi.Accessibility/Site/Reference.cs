using System.Buffers;

namespace Kakehashi.Accessibility.Site;

/// <summary>Something on a page that points into the same site.</summary>
/// <param name="Href">As written.</param>
/// <param name="Path">Decoded path with a leading slash, without query.</param>
/// <param name="Fragment">Decoded; empty when there is none.</param>
/// <param name="Line">1 or more.</param>
/// <param name="IsLink">True when readers follow it; false for pictures, style sheets and the like.</param>
/// <param name="Region">The part of the page that repeats from page to page.</param>
/// <param name="Name">The link's name; empty outside of such parts.</param>
public sealed record Reference(string Href, string Path, string Fragment, int Line, bool IsLink, Region Region = Region.Content, string Name = "")
{
    private static readonly SearchValues<char> Special = SearchValues.Create("?#%\\: \t\r\n");

    internal static readonly Uri Root = new("https://site.invalid/");

    /// <param name="path">Of a file of the site.</param>
    /// <param name="root">Public address of the site; <see cref="Root"/> where nobody knows it.</param>
    internal static Uri AddressOf(string path, Uri root) => new(root, string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));

    /// <returns>Null when it points elsewhere: another site, mail, telephone, data, or the page itself.</returns>
    internal static Reference? Resolve(string href, Uri from, int line, bool isLink) =>
        IsPlain(href) ? new(href, href, "", line, isLink)
        : href.Length > 0 && href[0] is not ('#' or '?') && Uri.TryCreate(from, href, out var target) && IsSameSite(target, from)
            ? new(href, Uri.UnescapeDataString(target.AbsolutePath), Uri.UnescapeDataString(target.Fragment.TrimStart('#')), line, isLink)
            : null;

    // However the host is written: in capitals, with its port, without the scheme. A mail address has a host too.
    private static bool IsSameSite(Uri target, Uri from) =>
        target.Scheme is "https" or "http" && target.IdnHost.TrimEnd('.') == from.IdnHost && (target.Port == from.Port || target.IsDefaultPort && from.IsDefaultPort);

    // From the root and without anything to decode or cut off: most links of a built site.
    private static bool IsPlain(string href) =>
        (href is ['/', not '/', ..] || href == "/") && !href.AsSpan().ContainsAny(Special) && !href.Contains("/.", StringComparison.Ordinal);
}

/// <summary>Parts of a page.</summary>
public enum Region
{
    /// <summary>Whatever belongs to this page alone.</summary>
    Content,

    /// <summary>The header of the site.</summary>
    Header,

    /// <summary>The footer of the site.</summary>
    Footer,
}
