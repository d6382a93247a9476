using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary><c>headers</c> points to cells of the same table.</summary>
public sealed class HeadersAttribute() : PageRule("headers-attribute", Criteria.InfoAndRelationships, Weight.Error, MiChecker.Problem,
    "headers属性が指す見出しセルが同じ表にありません。見出しセルのid に合わせるか、属性を消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<table><tr><th id=\"n\">回</th></tr>\n<tr><td headers=\"m\">1</td></tr></table>", line: 2),
        Example.Good("<table><tr><th id=\"n\">回</th></tr><tr><td headers=\"n\">1</td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("headers").Where(cell => cell.LocalName is "td" or "th" && AccessibleName.References(cell.GetAttribute("headers")!).Any(id => !StandsInTableOf(cell, id, page))).Select(Fault.At);

    private static bool StandsInTableOf(IElement cell, string id, Page page) =>
        page.Ids.TryGetValue(id, out var bearers) && bearers.Any(bearer => bearer != cell && bearer.LocalName is "td" or "th" && bearer.Closest("table") == cell.Closest("table"));
}
