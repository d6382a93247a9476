using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility.Rules.Styles;

/// <summary>The screen shows things in the order in which they are read out.</summary>
public sealed class StyleOrder() : StyleRule("style-order", Criteria.MeaningfulSequence, Weight.Warning, MiChecker.NeedsJudgement,
    "画面の順序を入れ替えるスタイルがあります（order、reverse）。読み上げとフォーカスの順序が変わらないように、HTMLの順序を直してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<style>\n.steps { display: flex; flex-direction: row-reverse; }</style>", line: 2),
        Example.Bad("<p>前文です。</p>\n<div style=\"order: -1\">要点です。</div>", line: 2),
        Example.Good("<style>.steps { display: flex; flex-direction: row; order: 0; }</style>"),
    ];

    public override IEnumerable<StyleBlock> Check(StyleSheet sheet) =>
        sheet.Blocks.Where(block => block["flex-direction"].EndsWith("-reverse", StringComparison.Ordinal) || block["flex-flow"].Contains("-reverse", StringComparison.Ordinal)
            || block["order"] is { Length: > 0 } and not ("0" or "initial" or "unset"));
}
