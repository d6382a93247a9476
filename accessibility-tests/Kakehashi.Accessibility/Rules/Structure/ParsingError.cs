using AngleSharp.Html.Parser;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Tags are closed and nested as the grammar asks, and no attribute stands twice.</summary>
public sealed class ParsingError() : PageRule("parsing-error", Criteria.Parsing, Weight.Error, MiChecker.Problem,
    "タグの閉じ忘れや入れ子の誤り、属性の重なりがあります。開始タグと終了タグの組と、属性を確かめてください。")
{
    private static readonly HashSet<HtmlParseError> Kinds =
    [
        HtmlParseError.AttributeDuplicateOmitted, HtmlParseError.TagClosingMismatch, HtmlParseError.TagDoesNotMatchCurrentNode, HtmlParseError.FormattingElementNotFound,
        HtmlParseError.ParagraphNotInScope, HtmlParseError.BlockNotInScope, HtmlParseError.HeadingNotInScope, HtmlParseError.ListItemNotInScope, HtmlParseError.ElementNotInScope,
        HtmlParseError.TableNesting, HtmlParseError.IllegalElementInTableDetected, HtmlParseError.HeadingNested, HtmlParseError.AnchorNested, HtmlParseError.FormAlreadyOpen,
        HtmlParseError.FormClosedWrong, HtmlParseError.BodyClosedWrong, HtmlParseError.TableCellNotInScope, HtmlParseError.TableRowNotInScope, HtmlParseError.TableNotInScope,
        HtmlParseError.TagCannotEndHere, HtmlParseError.TagClosedWrong,
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p id=\"a\" id=\"b\">本文です。</p>", line: 2),
        Example.Bad("<p>前文です。</p>\n<p><strong>要点<em>です</strong></em>。</p>", line: 2),
        Example.Bad("<div><p>本文です。</p>\n</section></div>", line: 2),
        Example.Bad("<section><h2>手順</h2><div><p>本文です。</p>\n</section>", line: 2),
        Example.Good("<ul><li>課題<li>シーズ</ul><p>本文です。<p>次の段落です。<table><tr><th>回<td>1</table>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.ParseErrors.Where(error => Kinds.Contains(error.Kind)).Select(error => error.Line).Distinct().Select(line => new Fault(page.Document.DocumentElement, $"{line}行目", line));
}
