using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Kakehashi.Server;

internal enum PathVerdict
{
    /// <summary>May name a file below the root.</summary>
    Accepted,

    /// <summary>Not a request target: bad percent encoding, control character, invalid UTF-8.</summary>
    Malformed,

    /// <summary>Well formed, but never served: traversal, dot files, compressed siblings, <c>_redirects</c>.</summary>
    Hidden,
}

/// <summary>A request target that was decoded once, and in no segment leaves the root.</summary>
/// <param name="Value">Decoded path; starts with a slash; no empty, <c>.</c> or <c>..</c> segment.</param>
/// <param name="Raw">The same path as the client wrote it; printable ASCII.</param>
/// <param name="Query">With its question mark, as written; empty where there is none.</param>
internal readonly record struct SitePath(string Value, string Raw, string Query)
{
    private static readonly SearchValues<char> Printable =
        SearchValues.Create([.. Enumerable.Range(0x21, 0x7e - 0x20).Select(code => (char)code)]);

    public bool IsFolder => Value.EndsWith('/');

    public static PathVerdict Parse(string target, out SitePath path)
    {
        path = default;
        var start = target.StartsWith('/') ? 0 : PathStart(target);
        if (start < 0 || target.AsSpan().ContainsAnyExcept(Printable) || target.Contains('#'))
            return PathVerdict.Malformed;
        var question = target.IndexOf('?', start);
        var raw = question < 0 ? target[start..] : target[start..question];
        if (Decode(raw) is not { } value)
            return PathVerdict.Malformed;
        path = new SitePath(value, raw, question < 0 ? "" : target[question..]);
        return IsHidden(value) ? PathVerdict.Hidden : PathVerdict.Accepted;
    }

    /// <summary>Absolute form (RFC 9112, 3.2.2): the path follows the authority.</summary>
    private static int PathStart(string target)
    {
        var authority = target.IndexOf("://", StringComparison.Ordinal);
        return authority < 0 ? -1 : target.IndexOf('/', authority + 3);
    }

    /// <returns>Null for bad percent encoding, control characters or invalid UTF-8.</returns>
    private static string? Decode(string raw)
    {
        if (!raw.Contains('%'))
            return raw;
        var bytes = new byte[raw.Length];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var code = raw[i] != '%' ? raw[i] : i + 2 < raw.Length ? Hex(raw[i + 1], raw[i + 2]) : -1;
            // A decoded slash would make one segment two; it is refused like any other bad encoding.
            if (code < 0x20 || code == 0x7f || (code == '/' && raw[i] == '%'))
                return null;
            bytes[length++] = (byte)code;
            i += raw[i] == '%' ? 2 : 0;
        }
        var utf8 = bytes.AsSpan(0, length);
        return Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : null;
    }

    private static int Hex(char high, char low) =>
        char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low) ? Convert.FromHexString([high, low])[0] : -1;

    private static bool IsHidden(string value)
    {
        if (value.Contains('\\') || value == "/_redirects" || IsSibling(value))
            return true;
        var path = value.AsSpan(1);
        var isFirst = true;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            var isLast = range.End.Value == path.Length;
            if (segment.IsEmpty ? !isLast : segment[0] == '.' && !(isFirst && segment is ".well-known"))
                return true;
            isFirst = false;
        }
        return false;
    }

    private static bool IsSibling(string value) =>
        value.EndsWith(".br", StringComparison.OrdinalIgnoreCase) || value.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
}
