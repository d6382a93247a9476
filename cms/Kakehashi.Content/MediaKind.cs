using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kakehashi.Content;

/// <summary>What a file is, decided by its bytes. Every upload is hostile.</summary>
/// <param name="ContentType">Media type.</param>
/// <param name="Extension">Extension that goes with it, with the dot.</param>
/// <param name="Width">Pixels, where the format tells.</param>
/// <param name="Height">Pixels, where the format tells.</param>
public sealed record MediaKind(string ContentType, string Extension, int? Width = null, int? Height = null)
{
    /// <summary>Kinds that may be published, as told to editors.</summary>
    public const string Accepted = "画像はPNG・JPEG・WebP・SVG、資料はPDF・Word（docx）・Excel（xlsx）・PowerPoint（pptx）・CSVを登録できます。";

    /// <summary>The kind of the bytes under that name; null when it is not accepted or name and bytes disagree.</summary>
    /// <param name="name">File name; its extension must fit the bytes.</param>
    /// <param name="bytes">Whole content.</param>
    public static MediaKind? Detect(string name, ReadOnlySpan<byte> bytes)
    {
        var kind = FromBytes(bytes, Path.GetExtension(name).ToLowerInvariant());
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return kind is not null && (kind.Extension == extension || kind.Extension == ".jpg" && extension == ".jpeg") ? kind : null;
    }

    /// <summary>Whether a file name may stand in an address: <c>[a-z0-9]+(-[a-z0-9]+)*.ext</c>.</summary>
    public static bool IsValidName(string name) => name.LastIndexOf('.') is > 0 and var dot && Slug.IsValid(name[..dot])
        && name.Length - dot is >= 4 and <= 5 && name[(dot + 1)..].All(char.IsAsciiLetterLower);

    static MediaKind? FromBytes(ReadOnlySpan<byte> bytes, string extension)
    {
        if (bytes.StartsWith(Png))
            return bytes.Length > 24 ? new("image/png", ".png", (int)BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), (int)BinaryPrimitives.ReadUInt32BigEndian(bytes[20..])) : null;
        if (bytes.StartsWith(Jpeg)) return JpegSize(bytes);
        if (bytes.Length > 30 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return WebPSize(bytes);
        if (bytes.StartsWith("%PDF-"u8)) return new("application/pdf", ".pdf");
        if (bytes.StartsWith("PK\x03\x04"u8)) return extension switch
        {
            ".docx" => new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", extension),
            ".xlsx" => new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extension),
            ".pptx" => new("application/vnd.openxmlformats-officedocument.presentationml.presentation", extension),
            _ => null,
        };
        if (extension == ".svg") return Svg(bytes);
        return extension == ".csv" && bytes.IndexOf((byte)0) < 0 ? new("text/csv", ".csv") : null;
    }

    static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    static MediaKind JpegSize(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var (width, height) = (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
                // From 5 on, the photo is shown lying on its side.
                return PhotoMetadata.Orientation(bytes) >= 5 ? new("image/jpeg", ".jpg", height, width) : new("image/jpeg", ".jpg", width, height);
            }
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return new("image/jpeg", ".jpg");
    }

    static MediaKind WebPSize(ReadOnlySpan<byte> bytes)
    {
        var chunk = bytes[12..];
        if (chunk.StartsWith("VP8X"u8))
            return new("image/webp", ".webp", 1 + (chunk[12] | chunk[13] << 8 | chunk[14] << 16), 1 + (chunk[15] | chunk[16] << 8 | chunk[17] << 16));
        if (chunk.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(chunk[9..]);
            return new("image/webp", ".webp", 1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));
        }
        return new("image/webp", ".webp", BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(chunk[16..]) & 0x3FFF);
    }

    // An SVG is a document that could run script or call home: only drawings without either pass.
    static MediaKind? Svg(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(bytes)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 5_000_000 });
            var document = XDocument.Load(reader);
            var root = document.Root!;
            if (root.Name.LocalName != "svg" || document.DescendantNodes().OfType<XProcessingInstruction>().Any() || root.DescendantsAndSelf().Any(IsActive)) return null;
            return new("image/svg+xml", ".svg", Length(root, "width", 2), Length(root, "height", 3));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    static bool IsActive(XElement element) =>
        element.Name.LocalName is "script" or "foreignObject" or "iframe" or "embed" or "object" or "audio" or "video" or "set" or "animate" or "handler"
        || element.Name.LocalName == "style" && (CallsHome(element.Value) || element.Value.Contains("url(", StringComparison.OrdinalIgnoreCase))
        || element.Attributes().Any(attribute =>
            attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || attribute.Name.LocalName is "href" or "src" && !attribute.Value.StartsWith('#')
            || attribute.Name.LocalName == "style" && CallsHome(attribute.Value)
            || attribute.Value.Contains("javascript:", StringComparison.OrdinalIgnoreCase)
            || attribute.Value.Contains("url(", StringComparison.OrdinalIgnoreCase) && !attribute.Value.Replace(" ", "", StringComparison.Ordinal).StartsWith("url(#", StringComparison.OrdinalIgnoreCase));

    // Styles that load something without url(), or that write it with escapes.
    static bool CallsHome(string style) =>
        style.Contains('\\') || style.Contains("@import", StringComparison.OrdinalIgnoreCase) || style.Contains("image-set(", StringComparison.OrdinalIgnoreCase);

    static int? Length(XElement root, string attribute, int boxIndex)
    {
        var text = (string?)root.Attribute(attribute) ?? ((string?)root.Attribute("viewBox"))?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(boxIndex);
        return double.TryParse(text?.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var length) && length is >= 1 and < 100_000 ? (int)Math.Round(length) : null;
    }
}
