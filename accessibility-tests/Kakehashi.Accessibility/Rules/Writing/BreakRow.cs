using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Paragraphs are paragraphs, not rows of line breaks.</summary>
public sealed class BreakRow() : PageRule("break-row", Criteria.InfoAndRelationships, Weight.Warning, MiChecker.LikelyProblem,
    "改行（br）が続いています。間を空けるための改行をやめ、段落（p）を分けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p>募集します。<br><br>期限は4月30日です。</p>", line: 2),
        Example.Good("<p>募集します。</p><p>期限は<br>4月30日です。<br>窓口は県庁です。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("br").Where(line => Next(line) is IElement { LocalName: "br" }).Select(line => line.ParentElement!).Distinct().Select(Fault.At);

    private static INode? Next(IElement line)
    {
        var next = line.NextSibling;
        while (next is IText text && string.IsNullOrWhiteSpace(text.Data))
            next = next.NextSibling;
        return next;
    }
}
