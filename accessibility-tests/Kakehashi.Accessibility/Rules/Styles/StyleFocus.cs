using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility.Rules.Styles;

/// <summary>No style takes the mark of focus away without giving another.</summary>
public sealed class StyleFocus() : StyleRule("style-focus", Criteria.FocusVisible, Weight.Error, MiChecker.Problem,
    "フォーカスの枠を消すスタイルがあります（outline: none）。消さずに、太さ2ピクセル以上の見やすい枠にしてください。")
{
    private static readonly string[] Marks = ["border", "border-color", "border-bottom", "background", "background-color", "text-decoration", "outline-color"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<style>\na:focus { outline: none; }</style>", line: 2),
        Example.Bad("<style>* { outline: 0 }</style>"),
        Example.Bad("<p>前文です。</p>\n<a href=\"/x/\" style=\"outline: none\">課題</a>", line: 2),
        Example.Good("<style>a:focus-visible { outline: 3px solid #000; } main:focus { outline: none; } :focus:not(:focus-visible) { outline: 0; } a:focus { outline: none; background: #000; }</style>"),
    ];

    public override IEnumerable<StyleBlock> Check(StyleSheet sheet) =>
        sheet.Blocks.Where(block => (block["outline"].Split(' ')[0] is "none" or "0" or "0px" || block["outline-style"] == "none" || block["outline-width"] is "0" or "0px")
            && !block.Selector.Contains(":not(:focus-visible)", StringComparison.Ordinal) && !block.Condition.Contains("print", StringComparison.Ordinal)
            && !IsTarget(block.Selector) && !Marks.Any(block.Values.ContainsKey));

    // Where a link within the page lands nothing can be operated: the mark may go.
    private static bool IsTarget(string selector) =>
        selector.Length > 0 && selector.Split(',').All(part => part.Trim().Split(':')[0] is "main" or "h1" or "h2" or "body" or "[tabindex=\"-1\"]" or "#main" or "section" or "article" or "div");
}
