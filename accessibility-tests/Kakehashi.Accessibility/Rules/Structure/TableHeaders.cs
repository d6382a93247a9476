using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>A table has header cells.</summary>
public sealed class TableHeaders() : PageRule("table-headers", Criteria.InfoAndRelationships, Weight.Error, MiChecker.Problem,
    "見出しセル（th）のない表があります。列や行の見出しを見出しセルにしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>日程</p>\n<table><tr><td>回</td><td>日付</td></tr><tr><td>1</td><td>4月1日</td></tr></table>", line: 2),
        Example.Good("<table><tr><th scope=\"col\">回</th><th scope=\"col\">日付</th></tr><tr><td>1</td><td>4月1日</td></tr></table>"),
        Example.Good("<table role=\"presentation\"><tr><td>左</td><td>右</td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("table").Where(table => !IsLayout(table) && table.QuerySelector("td") is not null && table.QuerySelector("th, [role=columnheader], [role=rowheader]") is null)
            .Select(Fault.At);

    private static bool IsLayout(IElement table) => table.GetAttribute("role") is "presentation" or "none";
}
