using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Where header cells stand both above and beside, each says which it is.</summary>
public sealed class HeaderScope() : PageRule("header-scope", Criteria.InfoAndRelationships, Weight.Warning, MiChecker.LikelyProblem,
    "見出しセルが列の見出しか行の見出しかが示されていません。th に scope=\"col\" か scope=\"row\" を付けてください。")
{
    private static readonly string[] Scopes = ["col", "row", "colgroup", "rowgroup"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>件数です。</p>\n<table><tr><td></td><th>県北</th></tr><tr><th>会員</th><td>12</td></tr></table>", line: 2),
        Example.Bad("<table><tr><th scope=\"column\">回</th></tr><tr><td>1</td></tr></table>"),
        Example.Good("<table><tr><td></td><th scope=\"col\">県北</th></tr><tr><th scope=\"row\">会員</th><td>12</td></tr></table>"),
        Example.Good("<table><tr><th>回</th><th>日付</th></tr><tr><td>1</td><td>4月1日</td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Elements("table").Where(IsUnclear).Select(Fault.At);

    private static bool IsUnclear(IElement table)
    {
        var (above, beside, unmarked) = (false, false, false);
        foreach (var cell in table.QuerySelectorAll("th"))
        {
            if (cell.GetAttribute("scope") is { } scope)
            {
                if (!Scopes.Contains(scope, StringComparer.OrdinalIgnoreCase))
                    return true;
                continue;
            }
            unmarked |= !cell.HasAttribute("id");
            var isAlone = cell.ParentElement!.Children.All(other => other.LocalName == "th" || string.IsNullOrWhiteSpace(other.TextContent));
            above |= isAlone;
            beside |= !isAlone;
        }
        return unmarked && above && beside;
    }
}
