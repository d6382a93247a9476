using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility.Rules.Styles;

/// <summary>Text follows the size that readers set in their browser.</summary>
public sealed class StyleTextSize() : StyleRule("style-text-size", Criteria.ResizeText, Weight.Warning, MiChecker.LikelyProblem,
    "ページ全体の文字の大きさがpxで決まっています。ブラウザーの設定で大きくできるように、% か rem で書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<style>\nbody { font-size: 14px; }</style>", line: 2),
        Example.Bad("<style>\nhtml { font: 12px/1.5 sans-serif; }</style>", line: 2),
        Example.Good("<style>html { font-size: 100%; } body { font-size: 1rem; } .bar { font-size: 14px; }</style>"),
    ];

    public override IEnumerable<StyleBlock> Check(StyleSheet sheet) =>
        sheet.Blocks.Where(block => block.Selector is "html" or "body" or ":root" or "html, body" or "*" && !block.Condition.Contains("print", StringComparison.Ordinal)
            && (IsFixed(block["font-size"]) || block["font"].Split(' ', '/').Any(IsFixed)));

    private static bool IsFixed(string value) => value.Length > 2 && char.IsAsciiDigit(value[0]) && (value.EndsWith("px", StringComparison.Ordinal) || value.EndsWith("pt", StringComparison.Ordinal));
}
