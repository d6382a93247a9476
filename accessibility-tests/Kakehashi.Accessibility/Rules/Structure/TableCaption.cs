using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Tables that follow one another under one heading have captions to tell them apart.</summary>
public sealed class TableCaption() : PageRule("table-caption", Criteria.InfoAndRelationships, Weight.Warning, MiChecker.NeedsJudgement,
    "同じ見出しの下に表が2つ以上あり、表題のないものがあります。表題（caption）か、表ごとの見出しを付けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<h2>件数</h2><table><caption>会員</caption><tr><th>県北</th><td>1</td></tr></table>\n<table><tr><th>県北</th><td>2</td></tr></table>", line: 2),
        Example.Good("<h2>会員</h2><table><tr><th>県北</th><td>1</td></tr></table><h2>課題</h2><table><tr><th>県北</th><td>2</td></tr></table>"),
        Example.Good("<table><caption>会員</caption><tr><th>県北</th><td>1</td></tr></table><table aria-label=\"課題\"><tr><th>県北</th><td>2</td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("table") is { Count: > 1 } tables
            ? tables.Where(table => table.ParentElement?.Closest("table") is null).GroupBy(table => page.Headings.LastOrDefault(heading => heading.CompareDocumentPosition(table).HasFlag(DocumentPositions.Following)))
                .Where(part => part.Count() > 1).SelectMany(part => part.Where(table => IsNameless(table, page))).Select(Fault.At)
            : [];

    private static bool IsNameless(IElement table, Page page) =>
        page.NameOf(table).Length == 0 && table.GetAttribute("role") is not ("presentation" or "none") && table.Closest("figure")?.QuerySelector("figcaption") is null;
}
