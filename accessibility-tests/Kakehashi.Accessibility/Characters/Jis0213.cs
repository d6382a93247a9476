using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Kakehashi.Accessibility.Characters;

/// <summary>The characters of JIS X 0213:2004: 11,233 in two planes, 10,050 of them kanji.</summary>
/// <remarks>
/// The file <c>jis-x-0213-2004.txt</c> holds one line for 256 code points: the hexadecimal number of the first without its last two digits, then one bit for each
/// (highest first, zeros at the end left out). It was made from the mapping of EUC-JIS-2004 (plane 1 whole; of plane 2 rows 1, 3, 4, 5, 8, 12 to 15 and 78 to 94), and
/// knows the code points too that Windows uses for the same characters (― ～ ∥ － ￠ ￡ ￢). Combining marks of its 25 composed characters are in it by themselves.
/// </remarks>
internal static class Jis0213
{
    private static readonly byte[]?[] Rows = Read();

    public static bool Contains(Rune character) =>
        character.IsAscii || (character.Value >> 8 < Rows.Length && Rows[character.Value >> 8] is { } row
            && (character.Value & 255) >> 3 is var at && at < row.Length && (row[at] & (0x80 >> (character.Value & 7))) != 0);

    /// <summary>Kanji and signs of a text that are not in it, in order: letters of other scripts, marks, and signs in circles or squares are passed over.</summary>
    public static List<(int Index, Rune Character)> Outside(string text)
    {
        var found = new List<(int, Rune)>();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] < '\u0100' || Rune.DecodeFromUtf16(text.AsSpan(index), out var character, out var length) != OperationStatus.Done)
                continue;
            if (!Contains(character) && (IsKanji(character) || IsSign(character)))
                found.Add((index, character));
            index += length - 1;
        }
        return found;
    }

    /// <summary>Kanji, and the look-alikes of their parts that come out of PDF files.</summary>
    public static bool IsKanji(Rune character) =>
        character.Value is >= 0x2E80 and <= 0x2FDF or >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;

    private static bool IsSign(Rune character) => character.Value switch
    {
        >= 0x2160 and <= 0x217F or >= 0x2460 and <= 0x24FF or >= 0x3200 and <= 0x33FF => false,
        > 0xFFFF => Rune.GetUnicodeCategory(character) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.PrivateUse,
        _ => Rune.GetUnicodeCategory(character) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol,
    };

    private static byte[]?[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("characters/jis-x-0213-2004.txt")!;
        using var reader = new StreamReader(stream);
        var rows = new byte[]?[0x300];
        while (reader.ReadLine() is { } line)
            if (line.Split(' ') is [var number, var bits])
                rows[int.Parse(number, NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = Convert.FromHexString(bits.Length % 2 == 0 ? bits : bits + "0");
        return rows;
    }
}
