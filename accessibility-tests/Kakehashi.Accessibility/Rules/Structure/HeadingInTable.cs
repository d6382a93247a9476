namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Headings stand above tables, not in their cells.</summary>
public sealed class HeadingInTable() : PageRule("heading-in-table", Criteria.InfoAndRelationships, Weight.Warning, MiChecker.LikelyProblem,
    "表のセルの中に見出し（h2など）があります。列や行の見出しは見出しセル（th）にし、章の見出しは表の前に置いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<table><tr><th>回</th></tr>\n<tr><td><h2>第1回</h2></td></tr></table>", line: 2),
        Example.Good("<h2>第1回</h2><table><tr><th>会場</th><td>県庁</td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("table").Count == 0 ? [] : page.Headings.Where(heading => heading.Closest("td, th") is not null).Select(Fault.At);
}
