using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Documents;

/// <summary>The objects of a PDF file, found by going through its bytes once. Tables of contents are not believed: broken files often keep wrong ones.</summary>
internal sealed partial class PdfFile
{
    private const int HeaderReach = 1024;
    private const int MostKept = 200_000;
    private static readonly string[] Wanted = ["Title", "Marked", "DisplayDocTitle"];
    private readonly Dictionary<int, object?> objects = [];
    private readonly Dictionary<int, (Dictionary<string, object?> Dictionary, ReadOnlyMemory<byte> Data)> streams = [];
    private Dictionary<string, object?>? trailer;
    private int budget = PdfStream.MaxInflated;

    private PdfFile()
    {
    }

    public bool IsEncrypted { get; private set; }

    /// <summary>Whether anything in the file can show letters.</summary>
    public bool HasFont { get; private set; }

    public Dictionary<string, object?>? Catalog =>
        Dictionary(trailer, "Root") ?? objects.Values.OfType<Dictionary<string, object?>>().LastOrDefault(value => IsOf(value, "Catalog"));

    public Dictionary<string, object?>? Information => Dictionary(trailer, "Info");

    /// <returns>Null when it is no PDF file, or holds more than is looked into.</returns>
    public static PdfFile? Open(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span[..Math.Min(HeaderReach, bytes.Length)].IndexOf("%PDF-"u8) < 0)
            return null;
        var file = new PdfFile();
        return file.Collect(bytes) ? file : null;
    }

    /// <summary>An entry of a dictionary, references followed; null when there is none.</summary>
    public object? Value(Dictionary<string, object?>? dictionary, string key) => Resolve(dictionary?.GetValueOrDefault(key));

    /// <inheritdoc cref="Value"/>
    public Dictionary<string, object?>? Dictionary(Dictionary<string, object?>? dictionary, string key) => Value(dictionary, key) as Dictionary<string, object?>;

    /// <summary>A text string (ISO 32000-1, 7.9.2); null when it is something else.</summary>
    public static string? TextOf(object? value) => value switch
    {
        byte[] and [0xFE, 0xFF, .. var utf16] => Encoding.BigEndianUnicode.GetString(utf16),
        byte[] and [0xEF, 0xBB, 0xBF, .. var utf8] => Encoding.UTF8.GetString(utf8),
        byte[] latin => Encoding.Latin1.GetString(latin),
        _ => null,
    };

    /// <summary>The title in the XMP packet of the document.</summary>
    public string? TitleOfMetadata() =>
        Catalog?.GetValueOrDefault("Metadata") is PdfReference reference && streams.TryGetValue(reference.Number, out var stream)
            && PdfStream.Read(stream.Dictionary, stream.Data, ref budget) is { } packet && XmpTitle().Match(Encoding.UTF8.GetString(packet)) is { Success: true } title
            ? System.Net.WebUtility.HtmlDecode(title.Groups[1].Value)
            : null;

    private object? Resolve(object? value) => value is PdfReference reference ? objects.GetValueOrDefault(reference.Number) is var found and not PdfReference ? found : null : value;

    private bool Collect(ReadOnlyMemory<byte> bytes)
    {
        var scan = new PdfScan(bytes);
        while (budget >= 0 && objects.Count < MostKept && scan.Next() is { } found)
        {
            var dictionary = found.Value as Dictionary<string, object?>;
            if (found.Number is { } number)
                Add(number, found.Value);
            if (dictionary is not null && (found.Number is null || found.Data is not null))
                Note(dictionary);
            if (dictionary is null || found.Data is not { } data)
                continue;
            if (IsOf(dictionary, "Metadata"))
                streams[found.Number!.Value] = (dictionary, data);
            if (IsOf(dictionary, "ObjStm"))
                Unpack(dictionary, data);
        }
        return budget >= 0 && objects.Count < MostKept;
    }

    // A trailer, or the stream that stands for one; the last in the file is the newest.
    private void Note(Dictionary<string, object?>? candidate)
    {
        if (candidate?.ContainsKey("Root") != true)
            return;
        IsEncrypted |= candidate.ContainsKey("Encrypt");
        if (trailer is null || candidate.ContainsKey("Info") || !trailer.ContainsKey("Info"))
            trailer = candidate;
    }

    // Font descriptors and the like share the type's name, not the name itself.
    private void Add(int number, object? value)
    {
        HasFont |= value is Dictionary<string, object?> font && IsOf(font, "Font");
        if (value is byte[] or bool || (value is Dictionary<string, object?> dictionary && (IsOf(dictionary, "Catalog") || dictionary.Keys.Any(Wanted.Contains))))
            objects[number] = value;
        else
            objects.Remove(number);
    }

    // Many objects in one stream (ISO 32000-1, 7.5.7), in the order in which they stand there.
    private void Unpack(Dictionary<string, object?> stream, ReadOnlyMemory<byte> data)
    {
        if (stream.GetValueOrDefault("First") is not double first || stream.GetValueOrDefault("N") is not double count || PdfStream.Read(stream, data, ref budget) is not { } plain)
            return;
        var header = new PdfTokens(plain);
        var end = 0;
        for (var index = 0; index < count && header.Read() is double number && header.Read() is double offset; index++)
        {
            var at = first + offset;
            if (!(at >= end && at < plain.Length))
                continue;
            var tokens = new PdfTokens(plain, (int)at);
            Add((int)number, tokens.Read());
            end = tokens.Position;
        }
    }

    private static bool IsOf(Dictionary<string, object?> dictionary, string type) => dictionary.GetValueOrDefault("Type") is PdfName name && name.Text == type;

    [GeneratedRegex(@"<dc:title\b[^>]*>\s*<rdf:Alt\b[^>]*>\s*<rdf:li\b[^>]*>([^<]{1,1000})<", RegexOptions.CultureInvariant)]
    private static partial Regex XmpTitle();
}
