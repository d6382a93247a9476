using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Kakehashi.Cms.Frame;

/// <summary>The screens' own style, script and icons. Their address changes with their bytes, so browsers keep them for ever.</summary>
public static class FrameAssets
{
    const string Prefix = "frame/";

    static readonly FrozenDictionary<string, byte[]> Files = typeof(FrameAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    static readonly string Folder = "/frame/" + Convert.ToHexStringLower(SHA256.HashData(
        [.. Files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value)]))[..12];

    /// <summary>Root-relative address of a file of <c>Frame/Assets</c>.</summary>
    public static string Href(string name) => $"{Folder}/{name}";

    public static void MapFrameAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{Folder}/{{name}}", (string name, HttpContext context) =>
        {
            if (!Files.TryGetValue(name, out var bytes)) return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(bytes, Path.GetExtension(name) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                _ => "image/svg+xml",
            });
        }).AllowAnonymous();

    static byte[] Read(string resource)
    {
        using var stream = typeof(FrameAssets).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
