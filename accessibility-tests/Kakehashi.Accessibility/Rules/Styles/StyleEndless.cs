using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility.Rules.Styles;

/// <summary>Movement ends.</summary>
public sealed class StyleEndless() : StyleRule("style-endless", Criteria.PauseStopHide, Weight.Warning, MiChecker.LikelyProblem,
    "終わらない動き（animationのinfinite）があります。5秒以内に止めるか、動きを消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<style>\n.new { animation: blink 1s infinite; }</style>", line: 2),
        Example.Good("<style>.new { animation: appear 1s 1; } @media (prefers-reduced-motion: no-preference) { .wait { animation: turn 2s 2; } }</style>"),
    ];

    public override IEnumerable<StyleBlock> Check(StyleSheet sheet) =>
        sheet.Blocks.Where(block => block["animation"].Contains("infinite", StringComparison.Ordinal) || block["animation-iteration-count"] == "infinite");
}
