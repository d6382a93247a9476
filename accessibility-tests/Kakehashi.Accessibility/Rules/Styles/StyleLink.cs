using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility.Rules.Styles;

/// <summary>Links in running text are told by more than colour.</summary>
public sealed class StyleLink() : StyleRule("style-link", Criteria.UseOfColour, Weight.Warning, MiChecker.LikelyProblem,
    "本文のリンクの下線を消すスタイルがあります。色だけでは見分けられないので、下線を残してください。")
{
    private static readonly string[] Everywhere = ["a", "a:link", "a:visited", "p a", "main a", "main p a", "li a", "body a", "article a"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<style>\na { text-decoration: none; color: #00c; }</style>", line: 2),
        Example.Bad("<style>\nmain a, p a { text-decoration: none }</style>", line: 2),
        Example.Bad("<p>提案の前に<a href=\"/x/\" style=\"text-decoration: none\">募集の要項</a>を読んでください。</p>"),
        Example.Good("<style>nav a { text-decoration: none; } a { text-decoration: underline; } a:hover { text-decoration: none; }</style>"),
    ];

    public override IEnumerable<StyleBlock> Check(StyleSheet sheet) =>
        sheet.Blocks.Where(block => (block["text-decoration"].StartsWith("none", StringComparison.Ordinal) || block["text-decoration-line"] == "none")
            && !block.Condition.Contains("print", StringComparison.Ordinal) && !block.Values.ContainsKey("border-bottom")
            && (block.Selector.Length == 0 || block.Selector.Split(',').Any(part => Everywhere.Contains(part.Trim()))));
}
