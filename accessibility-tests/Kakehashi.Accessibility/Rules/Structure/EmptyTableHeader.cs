namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Header cells have words; the corner that belongs to no column or row is a plain cell.</summary>
public sealed class EmptyTableHeader() : PageRule("empty-table-header", Criteria.InfoAndRelationships, Weight.Warning, MiChecker.LikelyProblem,
    "文字のない見出しセル（th）があります。その列や行が何を表すかを入れてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<table><tr><th scope=\"col\">回</th>\n<th scope=\"col\"></th></tr><tr><td>1</td><td>4月1日</td></tr></table>", line: 2),
        Example.Good("<table><tr><td></td><th scope=\"col\">県北</th></tr><tr><th scope=\"row\">会員</th><td>12</td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("th").Where(cell => page.NameOf(cell).Length == 0).Select(Fault.At);
}
