using System.Globalization;
using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility.Rules.Styles;

/// <summary>No box cuts text off that is made larger: a height in pixels together with hidden overflow.</summary>
/// <remarks>Heights up to two pixels hide text from the eye on purpose, and pictures have no text.</remarks>
public sealed class StyleClipped() : StyleRule("style-clipped", Criteria.ResizeText, Weight.Advice, MiChecker.NeedsJudgement,
    "高さがpxで決まり、はみ出した部分が消えるスタイルがあります。文字を大きくすると欠けるので、height を min-height にするか、overflow: hidden を消してください。")
{
    private static readonly string[] Pictures = ["img", "svg", "picture", "video", "iframe", "canvas", "image", "photo", "thumb", "icon", "logo"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<style>\n.news { height: 120px; overflow: hidden; }</style>", line: 2),
        Example.Bad("<p>前文です。</p>\n<div style=\"height: 40px; overflow-y: hidden\">お知らせの文です。</div>", line: 2),
        Example.Good("<style>.news { min-height: 120px; } .list { height: 300px; overflow: auto; } .away { height: 1px; overflow: hidden; } .photo img { height: 200px; overflow: hidden; }</style>"),
    ];

    public override IEnumerable<StyleBlock> Check(StyleSheet sheet) =>
        sheet.Blocks.Where(block => Height(block) > 2 && (IsHidden(block["overflow"]) || IsHidden(block["overflow-y"]))
            && !Pictures.Any(word => block.Selector.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static double Height(StyleBlock block) =>
        (block["height"] is { Length: > 0 } height ? height : block["max-height"]) is var value && value.EndsWith("px", StringComparison.Ordinal)
            && double.TryParse(value.AsSpan(0, value.Length - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var pixels) ? pixels : 0;

    private static bool IsHidden(string overflow) => overflow is "hidden" or "clip";
}
