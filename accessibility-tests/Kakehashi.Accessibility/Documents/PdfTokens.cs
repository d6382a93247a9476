using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kakehashi.Accessibility.Documents;

/// <summary>A name of the PDF language: <c>/Catalog</c> without its slash.</summary>
internal readonly record struct PdfName(string Text);

/// <summary>A pointer to the object of that number.</summary>
internal readonly record struct PdfReference(int Number);

/// <summary>Reads values of the PDF language (ISO 32000-1, 7.3), whatever the bytes: every step goes forward, and nesting ends at a fixed depth.</summary>
/// <remarks>
/// Values are null, bool, double, byte[] for strings, <see cref="PdfName"/>, <see cref="PdfReference"/>, a list, or a dictionary. Of lists and dictionaries only the first
/// elements and the entries named in <see cref="Kept"/> are kept, so that a file takes little more room than its own.
/// </remarks>
internal sealed class PdfTokens(ReadOnlyMemory<byte> bytes, int position = 0)
{
    private const int Deepest = 48;
    private const int LongestList = 4;
    internal static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\f\0"u8);
    private static readonly object End = new();
    private static readonly object CloseList = new();
    private static readonly object CloseDictionary = new();
    private static readonly object Pointer = new();
    private static readonly SearchValues<byte> Delimiters = SearchValues.Create("()<>[]{}/% \t\r\n\f\0"u8);

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "Type", "Root", "Info", "Encrypt", "Title", "Lang", "MarkInfo", "Marked", "StructTreeRoot", "ViewerPreferences", "DisplayDocTitle", "Metadata",
        "First", "N", "Length", "Filter", "DecodeParms",
    };

    private int depth;

    /// <summary>Behind the last byte that was read.</summary>
    public int Position { get; private set; } = position;

    private ReadOnlySpan<byte> Rest => bytes.Span[Position..];

    /// <summary>The next value; null at the end, and for what is no value.</summary>
    public object? Read() => Next() is var value && (value == End || value == CloseList || value == CloseDictionary || value == Pointer) ? null : value;

    private object? Next()
    {
        SkipBlanks();
        if (Rest.IsEmpty || depth > Deepest)
            return End;
        switch (Rest[0])
        {
            case (byte)'/':
                return new PdfName(Name());
            case (byte)'(':
                return Text();
            case (byte)'[':
                Position++;
                return List();
            case (byte)'<' when Rest is [_, (byte)'<', ..]:
                Position += 2;
                return Dictionary();
            case (byte)'<':
                return Hexadecimal();
            case (byte)']':
                Position++;
                return CloseList;
            case (byte)'>' when Rest is [_, (byte)'>', ..]:
                Position += 2;
                return CloseDictionary;
            case (byte)'>' or (byte)')' or (byte)'{' or (byte)'}':
                Position++;
                return null;
            default:
                return Word();
        }
    }

    private void SkipBlanks()
    {
        while (true)
        {
            var length = Rest.IndexOfAnyExcept(Blanks);
            Position = length < 0 ? bytes.Length : Position + length;
            if (Rest is not [(byte)'%', ..])
                return;
            length = Rest.IndexOfAny((byte)'\r', (byte)'\n');
            Position = length < 0 ? bytes.Length : Position + length;
        }
    }

    private ReadOnlySpan<byte> Run()
    {
        var length = Rest.IndexOfAny(Delimiters);
        var run = length < 0 ? Rest : Rest[..length];
        Position += run.Length;
        return run;
    }

    private string Name()
    {
        Position++;
        return Encoding.Latin1.GetString(Run());
    }

    private object? Word()
    {
        var word = Run();
        return double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
            : word.SequenceEqual("true"u8) ? true
            : word.SequenceEqual("false"u8) ? false
            : word.SequenceEqual("R"u8) ? Pointer
            : word.SequenceEqual("endobj"u8) || word.SequenceEqual("stream"u8) ? End
            : null;
    }

    private List<object?> List()
    {
        var list = new List<object?>();
        depth++;
        foreach (var value in Values(CloseList))
            if (list.Count < LongestList)
                list.Add(value);
        depth--;
        return list;
    }

    private Dictionary<string, object?> Dictionary()
    {
        var dictionary = new Dictionary<string, object?>(StringComparer.Ordinal);
        string? key = null;
        depth++;
        foreach (var value in Values(CloseDictionary))
        {
            if (key is null)
            {
                key = (value as PdfName?)?.Text;
                continue;
            }
            if (Kept.Contains(key))
                dictionary[key] = value;
            key = null;
        }
        depth--;
        return dictionary;
    }

    // Two numbers and an R are one value; at most two numbers wait to learn whether an R follows.
    private IEnumerable<object?> Values(object close)
    {
        var waiting = new Queue<double>(2);
        while (Next() is var value && value != End && value != close)
        {
            if (value is double number)
            {
                if (waiting.Count == 2)
                    yield return waiting.Dequeue();
                waiting.Enqueue(number);
                continue;
            }
            if (value == Pointer && waiting.Count == 2)
                value = new PdfReference((int)waiting.Dequeue());
            else
                while (waiting.TryDequeue(out var before))
                    yield return before;
            waiting.Clear();
            if (value != Pointer && value != CloseList && value != CloseDictionary)
                yield return value;
        }
        while (waiting.TryDequeue(out var last))
            yield return last;
    }

    private byte[] Text()
    {
        var text = new ArrayBufferWriter<byte>();
        var open = 0;
        for (; Position < bytes.Length; Position++)
        {
            var next = bytes.Span[Position];
            open += next switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            if (open == 0)
            {
                Position++;
                break;
            }
            if (next == '(' && open == 1)
                continue;
            if (next == '\\')
                next = Escaped();
            text.Write([next]);
        }
        return text.WrittenSpan.ToArray();
    }

    // Stands on the backslash; leaves the place on the last byte of the escape.
    private byte Escaped()
    {
        Position++;
        if (Rest.IsEmpty)
            return (byte)'\\';
        var next = Rest[0];
        if (next is < (byte)'0' or > (byte)'7')
            return next switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', (byte)'b' => (byte)'\b', (byte)'f' => (byte)'\f', _ => next };
        var code = next - '0';
        for (var digits = 1; digits < 3 && Rest is [_, >= (byte)'0' and <= (byte)'7', ..]; digits++)
        {
            Position++;
            code = (code * 8) + Rest[0] - '0';
        }
        return (byte)code;
    }

    private byte[] Hexadecimal()
    {
        Position++;
        var end = Rest.IndexOf((byte)'>');
        var digits = end < 0 ? Rest : Rest[..end];
        Position += end < 0 ? digits.Length : end + 1;
        var hexadecimal = string.Concat(Encoding.Latin1.GetString(digits).Where(char.IsAsciiHexDigit));
        return Convert.FromHexString(hexadecimal.Length % 2 == 0 ? hexadecimal : hexadecimal + "0");
    }
}
