using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kakehashi.Accessibility.Characters;
using Kakehashi.Accessibility.Rules.Language;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Kanji and signs that JIS X 0213:2004 does not have are told in words for those who cannot see or hear them.</summary>
/// <remarks>
/// Each is reported once; one that has its reading at any place of the page is not, nor one of the page's name where the page tells how that is read. A link bears the
/// name of another page, which has the reading. Variation selectors are no characters of their own, and Chinese is another language.
/// </remarks>
public sealed partial class OutsideJis() : PageRule("outside-jis", null, Weight.Warning, MiChecker.LikelyProblem,
    "JIS X 0213にない文字があります。表示や読み上げができない端末があるので、漢字は初めに「髙田（たかだ）」のように読みを添えるか標準の字にし、絵文字は言葉に直してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p>講師は髙田さんです。</p>", line: 2),
        Example.Bad("<p>𠮷野さんが担当します。</p>"),
        Example.Bad("<p>⽇程は次のとおりです。</p>"),
        Example.Bad("<p>😀ご参加ください。</p>"),
        Example.Good("<p>髙田（たかだ）さんと<ruby>𠮷野<rp>（</rp><rt>よしの</rt><rp>）</rp></ruby>さんが担当します。髙田さんは初めての参加です。</p>"),
        Example.Good("<p>葛\U000E0100城市、山﨑、𠮟る、㐂寿、→、★、—</p><p lang=\"zh-Hans\">请进</p><p>Привет</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        from same in page.OutsideJis.Where(place => !Jis0213.IsKanji(place.Character) || page.ProseAt(place.Index).ParentElement!.Closest("a") is null).GroupBy(place => place.Character)
        where !same.Any(place => IsRead(page, place.Index)) && !(IsInName(page, same.Key) && TellsReading(page))
        let words = page.ProseAt(same.First().Index)
        where IsJapanese(words, page)
        select new Fault(words.ParentElement!, Excerpt(page.ProseText, same.First().Index));

    private static bool IsRead(Page page, int index) =>
        page.ProseAt(index).ParentElement!.Closest("ruby") is not null || Reading().IsMatch(page.ProseText, index);

    private static bool IsInName(Page page, Rune character) => page.Elements("h1") is [var title, ..] && title.TextContent.Contains(character.ToString(), StringComparison.Ordinal);

    private static bool TellsReading(Page page) =>
        page.Elements("dt").Concat(page.Elements("th")).Any(label => label.TextContent.Trim() is "ふりがな" or "フリガナ" or "よみ" or "読み方" or "よみがな");

    private static bool IsJapanese(IText words, Page page) =>
        (words.ParentElement!.Closest("[lang]")?.GetAttribute("lang") is not { Length: > 0 } language || language.StartsWith("ja", StringComparison.OrdinalIgnoreCase))
        && !ForeignWords.IsChinese(words.Data, Jis0213.Outside(words.Data).Count(place => Jis0213.IsKanji(place.Character)));

    private static string Excerpt(string text, int index)
    {
        var end = text.AsSpan(index, Math.Min(10, text.Length - index)).IndexOf('\n') is >= 0 and var line ? index + line : Math.Min(index + 10, text.Length);
        return text[index..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }

    // The rest of the name, in kanji or katakana with at most a short ending in hiragana, then its reading in parentheses.
    [GeneratedRegex(@"\G..?[\u3400-\u9FFF\uF900-\uFAFF\uD840-\uDFFF\uFE00-\uFE0F々ァ-ヺー\s]{0,12}[ぁ-ゖ]{0,4}\s?[（(][ぁ-ゖァ-ヺー・\s]+[）)]")]
    private static partial Regex Reading();
}
