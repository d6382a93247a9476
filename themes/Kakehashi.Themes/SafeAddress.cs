using System.Buffers;

namespace Kakehashi.Themes;

/// <summary>Which addresses a page may link to.</summary>
static class SafeAddress
{
    static readonly string[] Schemes = ["http", "https", "mailto", "tel"];
    static readonly SearchValues<char> EndOfScheme = SearchValues.Create("/?#");

    /// <summary>The address where it is relative, http, https, mailto or tel; null for anything else.</summary>
    /// <remarks>Browsers drop control characters before they read the scheme, and read <c>//host</c> and <c>/\host</c> as another site.</remarks>
    public static string? Of(string? address)
    {
        if (address?.Trim() is not { Length: > 0 } text || text.Any(char.IsControl)) return null;
        if (text.Length > 1 && text[0] is '/' or '\\' && text[1] is '/' or '\\') return null;
        var end = text.AsSpan().IndexOfAny(EndOfScheme);
        var colon = (end < 0 ? text : text[..end]).IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || Schemes.Contains(text[..colon], StringComparer.OrdinalIgnoreCase) ? text : null;
    }

    /// <summary>Whether the address leads away from the site.</summary>
    /// <param name="site">Address of the site's root, with a trailing slash.</param>
    public static bool IsExternal(string address, string site) =>
        address.StartsWith("http", StringComparison.OrdinalIgnoreCase) && address.Contains("://", StringComparison.Ordinal)
        && !(address + "/").StartsWith(site, StringComparison.OrdinalIgnoreCase);
}
