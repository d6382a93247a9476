using System.Collections.Frozen;

namespace Kakehashi.Server.Files;

/// <summary>How browsers are told to treat a file of a known kind.</summary>
/// <param name="Name">Media type; UTF-8 where it is text.</param>
/// <param name="Disposition">Content-Disposition; null for what a page may embed.</param>
internal sealed record ContentType(string Name, string? Disposition)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private static readonly ContentType Unknown = new("application/octet-stream", "attachment");
    private static readonly ContentType Atom = new("application/atom+xml; charset=utf-8", null);

    private static readonly FrozenDictionary<string, ContentType> ByExtension = new Dictionary<string, ContentType>
    {
        [".html"] = new("text/html; charset=utf-8", null),
        [".css"] = new("text/css; charset=utf-8", null),
        [".js"] = new("text/javascript; charset=utf-8", null),
        [".mjs"] = new("text/javascript; charset=utf-8", null),
        [".json"] = new("application/json; charset=utf-8", null),
        [".webmanifest"] = new("application/manifest+json; charset=utf-8", null),
        [".wasm"] = new("application/wasm", null),
        [".xml"] = new("application/xml; charset=utf-8", null),
        [".atom"] = Atom,
        [".ics"] = new("text/calendar; charset=utf-8", null),
        [".txt"] = new("text/plain; charset=utf-8", null),
        [".csv"] = new("text/csv; charset=utf-8", null),
        [".vtt"] = new("text/vtt; charset=utf-8", null),
        [".svg"] = new("image/svg+xml; charset=utf-8", null),
        [".png"] = new("image/png", null),
        [".jpg"] = new("image/jpeg", null),
        [".jpeg"] = new("image/jpeg", null),
        [".gif"] = new("image/gif", null),
        [".webp"] = new("image/webp", null),
        [".avif"] = new("image/avif", null),
        [".ico"] = new("image/x-icon", null),
        [".mp4"] = new("video/mp4", null),
        [".woff2"] = new("font/woff2", null),
        [".pdf"] = new("application/pdf", "inline"),
        [".docx"] = new(Office + "wordprocessingml.document", "inline"),
        [".xlsx"] = new(Office + "spreadsheetml.sheet", "inline"),
        [".pptx"] = new(Office + "presentationml.presentation", "inline"),
        [".zip"] = new("application/zip", "attachment"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="file">Path of the uncompressed file.</param>
    public static ContentType Of(string file) =>
        file.EndsWith("/feed.xml", StringComparison.Ordinal) || file.StartsWith("/feeds/", StringComparison.Ordinal) && file.EndsWith(".xml", StringComparison.Ordinal)
            ? Atom
            : ByExtension.GetValueOrDefault(Path.GetExtension(file), Unknown);
}
