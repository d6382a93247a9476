using System.Security.Cryptography;

namespace Kakehashi.Themes;

/// <summary>A file of the theme under an address that changes with its content, so that it may be cached for ever.</summary>
/// <param name="Address">Root-relative: <c>/assets/site.0123456789ab.css</c>.</param>
/// <param name="ContentType">Media type, with charset for text.</param>
public sealed record ThemeAsset(string Address, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    internal static ThemeAsset Create(string name, string contentType, byte[] bytes)
    {
        var dot = name.LastIndexOf('.');
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        return new($"/assets/{name[..dot]}.{hash}{name[dot..]}", contentType, bytes);
    }
}
