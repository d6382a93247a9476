using System.Globalization;
using System.Text;

namespace Kakehashi.Site.Publishing;

/// <summary>What is known of one published file.</summary>
/// <param name="Fingerprint">Of the route it was made from.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Brotli">Bytes of its <c>.br</c> sibling; null = none.</param>
/// <param name="Gzip">Bytes of its <c>.gz</c> sibling; null = none.</param>
public sealed record Published(string Fingerprint, long Length, long? Brotli = null, long? Gzip = null);

/// <summary>List of published files: one line each, in ordinal order, so that the same site has the same manifest.</summary>
static class Manifest
{
    const string Header = "kakehashi-manifest 1";

    /// <summary>Reads a manifest; empty where there is none of this version.</summary>
    public static Dictionary<string, Published> Read(string path)
    {
        var files = new Dictionary<string, Published>(StringComparer.Ordinal);
        if (!File.Exists(path)) return files;
        using var reader = new StreamReader(path);
        if (reader.ReadLine() != Header) return files;
        while (reader.ReadLine() is { } line)
            if (line.Split(' ', 5) is [var fingerprint, var length, var brotli, var gzip, var file])
                files[file] = new Published(fingerprint, Number(length) ?? 0, Number(brotli), Number(gzip));
        return files;
    }

    /// <summary>The manifest's bytes.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, Published> files)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var (file, entry) in files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{entry.Fingerprint} {entry.Length} {Text(entry.Brotli)} {Text(entry.Gzip)} {file}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
