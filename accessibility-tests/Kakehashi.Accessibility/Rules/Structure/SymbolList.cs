using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>A list is a list element, not lines that begin with ・.</summary>
public sealed class SymbolList() : PageRule("symbol-list", Criteria.InfoAndRelationships, Weight.Error, MiChecker.LikelyProblem,
    "記号（・など）で箇条書きに見せた段落があります。記号を消し、箇条書き（リスト）にしてください。")
{
    private const string Symbols = "・●○■□◆◇▪‣•※";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>持ち物</p>\n<p>・筆記用具<br>・名札</p>", line: 2),
        Example.Bad("<p>・筆記用具</p><p>・名札</p>"),
        Example.Bad("<p>持ち物<br>・筆記用具<br>・名札</p>"),
        Example.Good("<ul><li>筆記用具</li><li>名札</li></ul><p>・が先頭にある一つだけの段落</p><p>課題・シーズ<br>会員・イベント</p>"),
        Example.Good("<p>※事前の申込みが必要です。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("p").Where(paragraph => Beginning(Words.Beginning(paragraph)) is { } symbol
            ? LinesWith(symbol, paragraph) > 0 || BeginsSuchRow(paragraph, symbol)
            : page.Elements("br").Count > 1 && paragraph.ChildElementCount > 1 && Symbols.Any(symbol => LinesWith(symbol, paragraph) > 1)).Select(Fault.At);

    private static char? FirstSymbol(INode node) => Beginning(node.TextContent);

    private static char? Beginning(ReadOnlySpan<char> text) =>
        text.TrimStart() is [var first, ..] && Symbols.Contains(first, StringComparison.Ordinal) ? first : null;

    // Lines after the first.
    private static int LinesWith(char symbol, IElement paragraph)
    {
        var (nodes, lines) = (paragraph.ChildNodes, 0);
        for (var i = 0; i + 1 < nodes.Length; i++)
            if (nodes[i] is IElement { LocalName: "br" } && FirstSymbol(nodes[i + 1]) == symbol)
                lines++;
        return lines;
    }

    private static bool BeginsSuchRow(IElement paragraph, char symbol) =>
        paragraph.NextElementSibling is { LocalName: "p" } next && FirstSymbol(next) == symbol
        && !(paragraph.PreviousElementSibling is { LocalName: "p" } previous && FirstSymbol(previous) == symbol);
}
