using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>The name of a table is its caption, not a row of one cell.</summary>
public sealed class FakeCaption() : PageRule("fake-caption", Criteria.InfoAndRelationships, Weight.Warning, MiChecker.LikelyProblem,
    "表の1行目が、表全体にわたる1つのセルです。表の題名なら、セルではなく表題（caption）にしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<table>\n<tr><th colspan=\"2\">令和8年度の日程</th></tr><tr><th>回</th><th>日付</th></tr><tr><td>1</td><td>4月1日</td></tr></table>", line: 2),
        Example.Good("<table><caption>令和8年度の日程</caption><tr><th>回</th><th>日付</th></tr><tr><td>1</td><td>4月1日</td></tr></table>"),
        Example.Good("<table><tr><th>回</th></tr><tr><td>1</td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("table").Select(table => table.QuerySelector("tr")).OfType<IElement>().Where(IsOneWideCell).Select(Fault.At);

    private static bool IsOneWideCell(IElement row) =>
        row.Children is [{ LocalName: "th" or "td" } cell] && cell.GetAttribute("colspan") is { Length: > 0 } span && span != "1";
}
