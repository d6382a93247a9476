using System.Buffers;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>A heading is a heading element, not a short bold paragraph above others.</summary>
public sealed class BoldHeading() : PageRule("bold-heading", Criteria.InfoAndRelationships, Weight.Warning, MiChecker.NeedsJudgement,
    "段落全体が太字です。見出しなら見出し（h2など）にし、強調なら大事な言葉だけを太字にしてください。")
{
    private const int LongestHeading = 25;
    private static readonly SearchValues<char> NotInHeadings = SearchValues.Create("。！？!?：:0123456789０１２３４５６７８９");

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p><strong>申込方法</strong></p><p>次の様式に記入してください。</p>", line: 2),
        Example.Bad("<p><b>持ち物</b></p><ul><li>筆記用具</li></ul>"),
        Example.Good("<p><strong>締切：2026年4月30日（木曜日）</strong></p><p>本文です。</p>"),
        Example.Good("<p><strong>参加は無料です。</strong></p><p>本文です。</p><p><strong>重要</strong>な点です。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("p").Where(paragraph => IsAllBold(paragraph) && StandsAboveText(paragraph) && LooksLikeHeading(Words.Of(paragraph))).Select(Fault.At);

    private static bool IsAllBold(IElement paragraph) =>
        paragraph.Children is [{ LocalName: "strong" or "b" }] && paragraph.ChildNodes.All(node => node is IElement || string.IsNullOrWhiteSpace(node.TextContent));

    private static bool StandsAboveText(IElement paragraph) =>
        paragraph.NextElementSibling?.LocalName is "p" or "ul" or "ol" or "table" or "dl";

    // A sentence ends with a full stop; a stressed fact carries a colon or figures.
    private static bool LooksLikeHeading(string words) =>
        words.Length is > 0 and <= LongestHeading && !words.AsSpan().ContainsAny(NotInHeadings) && words[0] is not ('■' or '◆' or '【');
}
