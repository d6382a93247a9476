using System.IO.Compression;

namespace Kakehashi.Accessibility.Documents;

/// <summary>The data of a stream.</summary>
internal static class PdfStream
{
    /// <summary>As much is unpacked of one file, in bytes.</summary>
    public const int MaxInflated = 64 * 1024 * 1024;

    /// <summary>Unpacks a stream without filter or with FlateDecode alone (ISO 32000-1, 7.4.4), without predictor.</summary>
    /// <param name="budget">As many bytes may come out; what came out is taken off, and more makes it negative.</param>
    /// <returns>Null for other streams, broken ones, and those that are too large.</returns>
    public static byte[]? Read(Dictionary<string, object?> dictionary, ReadOnlyMemory<byte> data, ref int budget)
    {
        var filter = dictionary.GetValueOrDefault("Filter") is List<object?> { Count: 1 } list ? list[0] : dictionary.GetValueOrDefault("Filter");
        if (filter is null && data.Length <= budget)
        {
            budget -= data.Length;
            return data.ToArray();
        }
        return filter is PdfName { Text: "FlateDecode" or "Fl" } && dictionary.GetValueOrDefault("DecodeParms") is null ? Inflate(data, ref budget) : null;
    }

    private static byte[]? Inflate(ReadOnlyMemory<byte> data, ref int budget)
    {
        using var packed = new MemoryStream(data.ToArray(), writable: false);
        using var source = new ZLibStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var chunk = new byte[32 * 1024];
        try
        {
            while (source.Read(chunk) is > 0 and var read)
            {
                if ((budget -= read) < 0)
                    return null;
                plain.Write(chunk, 0, read);
            }
        }
        catch (InvalidDataException) when (plain.Length > 0)
        {
            // What came out before the break is good: many files cut the last bytes off.
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return plain.ToArray();
    }
}
