using Kakehashi.Content;
using Kakehashi.Content.Forms;

namespace Kakehashi.Site.Planning;

/// <summary>五十音: rows of the index and the order within it.</summary>
public static class Kana
{
    static readonly (char First, Choice Row)[] Starts =
    [
        ('ぁ', new("a", "あ行")), ('か', new("ka", "か行")), ('さ', new("sa", "さ行")), ('た', new("ta", "た行")), ('な', new("na", "な行")),
        ('は', new("ha", "は行")), ('ま', new("ma", "ま行")), ('ゃ', new("ya", "や行")), ('ら', new("ra", "ら行")), ('ゎ', new("wa", "わ行")),
    ];

    static readonly Choice Other = new("other", "英数字など");

    /// <summary>All rows in order.</summary>
    public static IReadOnlyList<Choice> Rows { get; } = [.. Starts.Select(start => start.Row), Other];

    /// <summary>Row of a reading, hiragana or katakana.</summary>
    public static Choice Row(string reading)
    {
        var first = KanaFolding.Hiragana(reading) is [var letter, ..] ? letter : ' ';
        if (first is 'ゔ') return Rows[0];
        return first is >= 'ぁ' and <= 'ん' ? Starts.Last(start => start.First <= first).Row : Other;
    }

    /// <summary>Text that sorts (ordinal) in the order of the syllabary.</summary>
    public static string SortKey(string reading) => KanaFolding.Hiragana(reading);
}
