using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Cells span either rows or columns.</summary>
public sealed class MergedCells() : PageRule("merged-cells", Criteria.InfoAndRelationships, Weight.Advice, MiChecker.NeedsJudgement,
    "縦と横の両方に結合したセルがあります。読み上げで位置が分かりにくいので、表を分けて単純にしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<table>\n<tr><th rowspan=\"2\" colspan=\"2\">区分</th><th scope=\"col\">県北</th></tr><tr><td>12</td></tr></table>", line: 2),
        Example.Good("<table><tr><th scope=\"col\">回</th><th scope=\"col\" colspan=\"2\">県北</th></tr><tr><td>1</td><td>12</td><td>8</td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("rowspan").Where(cell => Spans(cell, "rowspan") && Spans(cell, "colspan")).Select(Fault.At);

    private static bool Spans(IElement cell, string attribute) => cell.GetAttribute(attribute) is { Length: > 0 } span and not ("1" or "0");
}
