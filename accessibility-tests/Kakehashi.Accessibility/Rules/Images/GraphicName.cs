using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Images;

/// <summary>What is announced as a picture has a name.</summary>
public sealed class GraphicName() : PageRule("graphic-name", Criteria.NonTextContent, Weight.Error, MiChecker.Problem,
    "図に名前がありません。aria-label か svg の title で内容を書くか、装飾なら aria-hidden=\"true\" を付けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>図1</p>\n<svg role=\"img\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>", line: 2),
        Example.Bad("<div role=\"img\"></div>"),
        Example.Good("<svg role=\"img\" viewBox=\"0 0 9 9\"><title>会員数の推移</title></svg><svg aria-hidden=\"true\"></svg><span role=\"img\" aria-label=\"注意\">！</span>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("role")
            .Where(element => element.GetAttribute("role") == "img" && element.LocalName != "img" && IsNameless(element, page))
            .Select(Fault.At);

    // Content gives no name to this role: its children are presentational.
    private static bool IsNameless(IElement element, Page page) =>
        element.LocalName == "svg" || element.HasAttribute("aria-labelledby")
            ? page.NameOf(element).Length == 0
            : string.IsNullOrWhiteSpace(element.GetAttribute("aria-label")) && string.IsNullOrWhiteSpace(element.GetAttribute("title"));
}
