namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>A heading is a heading element, not a paragraph behind ■.</summary>
public sealed class SymbolHeading() : PageRule("symbol-heading", Criteria.InfoAndRelationships, Weight.Error, MiChecker.LikelyProblem,
    "記号（■など）で見出しに見せた段落があります。記号を消し、見出し（h2など）にしてください。")
{
    private const string Symbols = "■◆▼▲◼★☆◎";
    private const int LongestHeading = 40;

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p><strong>■申込方法</strong></p>", line: 2),
        Example.Bad("<p>◆ 開催の概要</p>"),
        Example.Bad("<p><b>【申込方法】</b></p>"),
        Example.Good("<h2>申込方法</h2><p>■は休館日、□は休日です。</p><p>【注意】窓口は17時に閉まります。</p><p>★の数は会員の評価です。</p>"),
        Example.Good("<table><tr><th>県北</th></tr><tr><td><p>◎（あり）</p></td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("p").Where(paragraph => Words.Beginning(paragraph).TrimStart() is [var first, ..] && (first == '【' || Symbols.Contains(first, StringComparison.Ordinal)) && LooksLikeHeading(Words.Of(paragraph))).Select(Fault.At);

    private static bool LooksLikeHeading(string words) =>
        words.Length is > 1 and <= LongestHeading && words[^1] is not ('。' or '．' or '、' or '）')
        && (Symbols.Contains(words[0], StringComparison.Ordinal)
            || (words[0] == '【' && words.IndexOf('】', StringComparison.Ordinal) == words.Length - 1));
}
