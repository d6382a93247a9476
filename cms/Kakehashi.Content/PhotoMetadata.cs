using System.Buffers.Binary;
using System.Text;

namespace Kakehashi.Content;

/// <summary>Takes out of pictures what people do not know they carry: place, time, device, names, hidden second pictures.</summary>
/// <remarks>Colour profiles and the direction in which a photo is to be shown stay.</remarks>
public static class PhotoMetadata
{
    /// <summary>The picture without metadata; the same bytes for kinds that have none to take; null where it cannot be read.</summary>
    /// <param name="contentType">As <see cref="MediaKind.Detect"/> decided.</param>
    public static byte[]? Strip(string contentType, byte[] bytes) => contentType switch
    {
        "image/jpeg" => StripJpeg(bytes),
        "image/png" => StripPng(bytes),
        "image/webp" => StripWebP(bytes),
        _ => bytes,
    };

    /// <summary>Exif orientation of a JPEG, 1–8; 1 where it does not tell.</summary>
    public static int Orientation(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] is >= 0xC0 and not 0xDA;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 2 || at + 2 + length > jpeg.Length) break;
            if (jpeg[at + 1] == 0xE1 && OrientationIn(jpeg.Slice(at + 4, length - 2)) is { } found) return found;
            at += 2 + length;
        }
        return 1;
    }

    static int? OrientationIn(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8) || exif.Length < 16) return null;
        var tiff = exif[6..];
        var little = tiff.StartsWith("II"u8);
        int Read16(ReadOnlySpan<byte> at) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
        var directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2) return null;
        var entries = tiff[(int)directory..];
        for (var i = 0; i < Read16(entries) && 2 + 12 * (i + 1) <= entries.Length; i++)
            if (entries.Slice(2 + 12 * i, 12) is var entry && Read16(entry) == 0x0112)
                return Read16(entry[8..]) is >= 1 and <= 8 and var value ? value : null;
        return null;
    }

    // Everything after the end of the first picture goes too: cameras put previews and films there.
    static byte[]? StripJpeg(byte[] bytes)
    {
        using var clean = new MemoryStream(bytes.Length);
        clean.Write(bytes, 0, 2);
        if (Orientation(bytes) is > 1 and var turned) WriteOrientation(clean, turned);
        for (var at = 2; at + 1 < bytes.Length;)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF) { at++; continue; }
            if (marker == 0xD9)
            {
                clean.Write(bytes, at, 2);
                return clean.ToArray();
            }
            if (at + 4 > bytes.Length) return null;
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (end < at + 4 || end > bytes.Length) return null;
            if (marker == 0xDA)
                while (end + 1 < bytes.Length && !(bytes[end] == 0xFF && bytes[end + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))) end++;
            if (IsPartOfPicture(marker, bytes.AsSpan(at + 4, end - at - 4))) clean.Write(bytes, at, end - at);
            at = end;
        }
        return null;
    }

    static bool IsPartOfPicture(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xE0 or 0xEE => true,
        0xE2 => content.StartsWith("ICC_PROFILE\0"u8),
        >= 0xE0 and <= 0xEF or 0xFE => false,
        _ => true,
    };

    static void WriteOrientation(MemoryStream target, int orientation) =>
        target.Write([0xFF, 0xE1, 0, 34, .. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]);

    static byte[]? StripPng(byte[] bytes)
    {
        using var clean = new MemoryStream(bytes.Length);
        clean.Write(bytes, 0, 8);
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - 12) return null;
            var kind = Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (kind is not ("eXIf" or "tEXt" or "zTXt" or "iTXt" or "tIME")) clean.Write(bytes, at, (int)length + 12);
            if (kind == "IEND") return clean.ToArray();
            at += (int)length + 12;
        }
        return null;
    }

    static byte[]? StripWebP(byte[] bytes)
    {
        using var clean = new MemoryStream(bytes.Length);
        clean.Write(bytes, 0, 12);
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            if (length > bytes.Length - at - 8) return null;
            var whole = Math.Min(8 + (int)length + ((int)length & 1), bytes.Length - at);
            var kind = Encoding.ASCII.GetString(bytes, at, 4);
            if (kind is not ("EXIF" or "XMP ")) clean.Write(bytes, at, whole);
            at += whole;
        }
        var picture = clean.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(picture.AsSpan(4), (uint)picture.Length - 8);
        const byte Exif = 0x08, Xmp = 0x04;
        if (picture.AsSpan(12).StartsWith("VP8X"u8) && picture.Length > 20) picture[20] &= unchecked((byte)~(Exif | Xmp));
        return picture;
    }
}
