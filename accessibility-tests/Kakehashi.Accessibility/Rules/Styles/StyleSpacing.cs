using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility.Rules.Styles;

/// <summary>Readers can widen the space between lines and letters.</summary>
public sealed class StyleSpacing() : StyleRule("style-spacing", Criteria.TextSpacing, Weight.Warning, MiChecker.Problem,
    "行間や字間を変えられないスタイルがあります（!important）。line-height、letter-spacing、word-spacing から !important を消してください。")
{
    private static readonly string[] Spacings = ["line-height", "letter-spacing", "word-spacing"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p style=\"line-height: 1.1 !important\">本文です。</p>", line: 2),
        Example.Bad("<p style=\"letter-spacing: 0 !important\">本文です。</p>"),
        Example.Good("<p style=\"line-height: 1.8\">本文です。</p>"),
    ];

    public override IEnumerable<StyleBlock> Check(StyleSheet sheet) =>
        sheet.Blocks.Where(block => block.Selector.Length == 0 && Spacings.Any(property => block[property].Contains("!important", StringComparison.Ordinal)));
}
