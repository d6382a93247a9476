namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>No table stands within another.</summary>
public sealed class NestedTable() : PageRule("nested-table", Criteria.InfoAndRelationships, Weight.Error, MiChecker.Problem,
    "表の中に表があります。読み上げの順が分からなくなるので、表を分けるか、1つの表にまとめてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<table><tr><th scope=\"row\">日程</th><td>\n<table><tr><th scope=\"row\">第1回</th><td>4月1日</td></tr></table></td></tr></table>", line: 2),
        Example.Good("<h2>第1回</h2><table><tr><th scope=\"row\">日程</th><td>4月1日</td></tr></table><h2>第2回</h2><table><tr><th scope=\"row\">日程</th><td>5月1日</td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Elements("table").Where(table => table.ParentElement?.Closest("table") is not null).Select(Fault.At);
}
