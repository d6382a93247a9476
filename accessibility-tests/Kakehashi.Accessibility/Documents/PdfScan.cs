using System.Globalization;

namespace Kakehashi.Accessibility.Documents;

/// <summary>What a PDF file consists of, from its beginning to its end: <c>7 0 obj … endobj</c>, and trailers.</summary>
internal sealed class PdfScan(ReadOnlyMemory<byte> bytes)
{
    private const int LongestNumbers = 24;
    private int position;
    private bool hasEndOfStream = true;

    /// <summary>A part of a file.</summary>
    /// <param name="Number">Of the object; null for a trailer.</param>
    /// <param name="Data">What stands in its stream; null for none.</param>
    public readonly record struct Part(int? Number, object? Value, ReadOnlyMemory<byte>? Data);

    /// <returns>Null at the end.</returns>
    public Part? Next()
    {
        while (position < bytes.Length)
        {
            var found = bytes.Span[position..].IndexOfAny((byte)'b', (byte)'t');
            if (found < 0)
                return null;
            position += found + 1;
            var before = bytes.Span[..position];
            if (before.EndsWith("ob"u8) && bytes.Span[position..] is [(byte)'j', ..] && NumberBefore(position - 2) is { } number)
            {
                position++;
                return ReadObject(number);
            }
            if (before[^1] == 't' && bytes.Span[(position - 1)..].StartsWith("trailer"u8))
            {
                position += "railer".Length;
                return new(null, ReadValue(), null);
            }
        }
        return null;
    }

    // 7 0 before "obj".
    private int? NumberBefore(int end)
    {
        var before = bytes.Span[Math.Max(0, end - LongestNumbers)..end];
        var digits = before.TrimEnd(" \t\r\n\f\0"u8);
        if (digits.Length == before.Length && (digits.IsEmpty || !char.IsAsciiDigit((char)digits[^1])))
            return null;
        var generation = digits.Length;
        while (generation > 0 && char.IsAsciiDigit((char)digits[generation - 1]))
            generation--;
        var rest = digits[..generation].TrimEnd(" \t\r\n\f\0"u8);
        if (generation == digits.Length || rest.Length == generation)
            return null;
        var start = rest.Length;
        while (start > 0 && char.IsAsciiDigit((char)rest[start - 1]))
            start--;
        return int.TryParse(rest[start..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private Part ReadObject(int number)
    {
        var value = ReadValue();
        var rest = bytes.Span[position..];
        var blanks = rest.IndexOfAnyExcept(PdfTokens.Blanks);
        if (value is not Dictionary<string, object?> dictionary || blanks < 0 || !rest[blanks..].StartsWith("stream"u8))
            return new(number, value, null);
        position += blanks + "stream".Length;
        position += bytes.Span[position..] switch { [(byte)'\r', (byte)'\n', ..] => 2, [(byte)'\r' or (byte)'\n', ..] => 1, _ => 0 };
        return new(number, value, Data(dictionary));
    }

    private object? ReadValue()
    {
        var tokens = new PdfTokens(bytes, position);
        var value = tokens.Read();
        position = tokens.Position;
        return value;
    }

    // The length given is believed only where the stream ends there.
    private ReadOnlyMemory<byte> Data(Dictionary<string, object?> dictionary)
    {
        var start = position;
        if (dictionary.GetValueOrDefault("Length") is double length && length >= 0 && start + length <= bytes.Length
            && bytes.Span[(start + (int)length)..].TrimStart(" \t\r\n\f\0"u8).StartsWith("endstream"u8))
            position = start + (int)length;
        else if (hasEndOfStream && bytes.Span[start..].IndexOf("endstream"u8) is >= 0 and var end)
            position = start + end;
        else
            hasEndOfStream = false;
        return bytes[start..position];
    }
}
