namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Cells say in words what a mark would say to the eye.</summary>
public sealed class SymbolCell() : PageRule("symbol-cell", Criteria.NonTextContent, Weight.Warning, MiChecker.LikelyProblem,
    "表のセルが○や×、「〃」だけです。読み上げないことがあるので、「あり」「なし」「可」のような言葉を書くか、添えてください。")
{
    private const string Symbols = "○◯●◎△▲×✕✖☓✓✔✗〃々";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<table><tr><th>窓口</th></tr>\n<tr><td>○</td></tr></table>", line: 2),
        Example.Bad("<table><tr><th>担当</th></tr><tr><td>総務課</td></tr>\n<tr><td>〃</td></tr></table>", line: 2),
        Example.Bad("<table><tr><th>担当</th></tr><tr><td>総務課</td></tr>\n<tr><td>同上</td></tr></table>", line: 2),
        Example.Good("<table><tr><th>窓口</th></tr><tr><td>○（あり）</td></tr><tr><td><span aria-label=\"なし\">×</span></td></tr><tr><td>-</td></tr></table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("td").Where(cell => Words.Beginning(cell).Trim().Length <= 2 && page.NameOf(cell) is { Length: > 0 and <= 2 } words && (words == "同上" || words.All(character => Symbols.Contains(character, StringComparison.Ordinal)))).Select(Fault.At);
}
