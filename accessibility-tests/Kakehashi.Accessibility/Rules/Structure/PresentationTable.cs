namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>A table is either for layout or for data.</summary>
public sealed class PresentationTable() : PageRule("presentation-table", Criteria.InfoAndRelationships, Weight.Error, MiChecker.Problem,
    "レイアウト用とした表（role=\"presentation\"）に見出しセルや表題があります。データの表なら role を消し、配置のためならスタイルを使ってください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>日程です。</p>\n<table role=\"presentation\"><tr><th>回</th><td>第1回</td></tr></table>", line: 2),
        Example.Bad("<table role=\"none\"><caption>日程</caption><tr><td>第1回</td></tr></table>"),
        Example.Good("<table role=\"presentation\"><tr><td>左</td><td>右</td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("table").Where(table => table.GetAttribute("role") is "presentation" or "none" && table.QuerySelector("th, caption") is not null).Select(Fault.At);
}
