using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>A reading is given once: over the word, or in parentheses behind it.</summary>
public sealed class RepeatedReading() : PageRule("repeated-reading", null, Weight.Advice, MiChecker.NeedsJudgement,
    "ふりがなと（ ）の読みが重なっています。同じ読みが2回読み上げられるので、どちらかを消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p><ruby>架橋市<rt>かけはしし</rt></ruby>（かけはしし）の課題です。</p>", line: 2),
        Example.Bad("<p><ruby>架<rt>かけ</rt>橋<rt>はし</rt></ruby>(かけはし)と読みます。</p>"),
        Example.Good("<p><ruby>架橋市<rp>（</rp><rt>かけはしし</rt><rp>）</rp></ruby>（見本県の中央）の課題です。例題市（れいだいし）の課題です。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("ruby").Where(ruby => Behind(ruby) is { } words && words == string.Concat(ruby.QuerySelectorAll("rt").Select(reading => reading.TextContent.Trim()))).Select(Fault.At);

    // What stands in parentheses right behind it; null for nothing.
    private static string? Behind(IElement ruby) =>
        ruby.NextSibling is IText { Data: ['（' or '(', ..] } words && words.Data.IndexOfAny(['）', ')']) is > 1 and var end ? words.Data[1..end].Trim() : null;
}
