using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>A part of a list, table or menu stands in one.</summary>
public sealed class AriaParent() : PageRule("aria-parent", Criteria.InfoAndRelationships, Weight.Error, MiChecker.Problem,
    "role の親になる要素がありません。role=\"tab\" は role=\"tablist\" の中に、role=\"listitem\" は role=\"list\" の中に置いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<div><div role=\"tab\">課題</div></div>", line: 2),
        Example.Bad("<div role=\"listitem\">課題</div>"),
        Example.Good("<div role=\"tablist\"><div role=\"tab\">課題</div></div><table role=\"grid\"><tr role=\"row\"><th role=\"columnheader\">回</th></tr></table><ul><li><span role=\"listitem\">課題</span></li></ul>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("role").Where(element => AriaNames.Parents.TryGetValue(element.GetAttribute("role")!, out var parents) && !StandsIn(element, parents)).Select(Fault.At);

    private static bool StandsIn(IElement element, HashSet<string> parents)
    {
        for (var around = element.ParentElement; around is not null; around = around.ParentElement)
            if (parents.Contains(around.GetAttribute("role") ?? RoleOf(around.LocalName)))
                return true;
        return element.Id is { Length: > 0 } id && element.Owner!.QuerySelector($"[aria-owns~=\"{id.Replace("\"", "", StringComparison.Ordinal)}\"]") is not null;
    }

    private static string RoleOf(string name) => name switch
    {
        "ul" or "ol" or "menu" => "list",
        "table" => "table",
        "tr" => "row",
        "select" => "listbox",
        _ => "",
    };
}
