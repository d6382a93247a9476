using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility.Rules.Styles;

/// <summary>The page turns with the screen.</summary>
public sealed class StyleOrientation() : StyleRule("style-orientation", Criteria.Orientation, Weight.Warning, MiChecker.LikelyProblem,
    "画面の向きに合わせて全体を回すスタイルがあります。縦でも横でも読めるように、回転を消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<style>\n@media (orientation: portrait) { body { transform: rotate(90deg); } }</style>", line: 2),
        Example.Bad("<style>\n@media (orientation: landscape) { main { display: none; } }</style>", line: 2),
        Example.Good("<style>@media (orientation: portrait) { .photo { max-width: 100%; } }</style>"),
    ];

    public override IEnumerable<StyleBlock> Check(StyleSheet sheet) =>
        sheet.Blocks.Where(block => block.Condition.Contains("orientation", StringComparison.Ordinal)
            && (block["transform"].Contains("rotate(90deg)", StringComparison.Ordinal) || block["transform"].Contains("rotate(-90deg)", StringComparison.Ordinal) || block["rotate"] is "90deg" or "-90deg"
                || (block["display"] == "none" && block.Selector is "html" or "body" or "main")));
}
