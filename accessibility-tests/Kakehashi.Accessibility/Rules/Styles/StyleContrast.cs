using System.Globalization;
using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility.Rules.Styles;

/// <summary>Where a style names text and ground, they stand out by 4.5 to 1 (large text by 3 to 1), in every look of the sheet.</summary>
public sealed class StyleContrast() : StyleRule("style-contrast", Criteria.Contrast, Weight.Error, MiChecker.Problem,
    "文字と背景の色の差が足りません（4.5:1以上、大きな文字は3:1以上）。文字を濃くするか、背景を明るくしてください。")
{
    private const double Normal = 4.5;
    private const double Large = 3;

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<style>\n.note { color: #999; background: #fff; }</style>", line: 2),
        Example.Bad("<p>前文です。</p>\n<p style=\"color: yellow; background-color: white\">注意</p>", line: 2),
        Example.Bad("<style>:root { --soft: #aaa; --ground: #fff; }\n.note { color: var(--soft); background: var(--ground); }</style>", line: 2),
        Example.Good("<style>.note { color: #595959; background: #fff; } h2 { color: #767676; background-color: white; font-size: 2rem; } .bar { background: #eee; }</style>"),
    ];

    public override IEnumerable<StyleBlock> Check(StyleSheet sheet)
    {
        var looks = Tokens.Looks(sheet);
        return sheet.Blocks.Where(block => Ground(block).Length > 0 && block["color"].Length > 0 && looks.Any(look => IsFaint(block, look)));
    }

    private static string Ground(StyleBlock block) => block["background-color"] is { Length: > 0 } colour ? colour : block["background"];

    private static bool IsFaint(StyleBlock block, IReadOnlyDictionary<string, string> look) =>
        Tokens.Resolve(block["color"], look) is { } front && Tokens.Resolve(Ground(block), look) is { } ground
        && Colour.In(front) is { } text && Colour.In(ground) is { } behind && !ground.Contains("url(", StringComparison.Ordinal)
        && Colour.Ratio(text, behind) < (IsLarge(block["font-size"], block["font-weight"]) ? Large : Normal);

    // 18 point, or 14 point in bold.
    private static bool IsLarge(string size, string weight) => Pixels(size) is var pixels && (pixels >= 24 || (pixels >= 18.66 && weight is "bold" or "700" or "800" or "900"));

    private static double Pixels(string size) =>
        size.EndsWith("rem", StringComparison.Ordinal) ? Number(size[..^3]) * 16
        : size.EndsWith("px", StringComparison.Ordinal) ? Number(size[..^2])
        : size.EndsWith("pt", StringComparison.Ordinal) ? Number(size[..^2]) * 4 / 3
        : 0;

    private static double Number(string digits) => double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
