using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Images;

/// <summary>Text is text, not a picture of it.</summary>
public sealed partial class TextPicture() : PageRule("text-picture", Criteria.ImagesOfText, Weight.Warning, MiChecker.LikelyProblem,
    "文字や表を画像にしているようです。拡大や読み上げができるように、書いてあることを本文や表にしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>案内です。</p>\n<img src=\"a.png\" alt=\"説明会のチラシ\">", line: 2),
        Example.Bad("<img src=\"a.png\" alt=\"利用料金表\">"),
        Example.Bad("<img src=\"a.png\" alt=\"「申込みは4月30日まで」という文字\">"),
        Example.Good("<img src=\"a.png\" alt=\"チラシを配る職員\"><img src=\"b.png\" alt=\"見本県のロゴ\">"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("img").Where(image => image.GetAttribute("alt") is { } words && Kind().IsMatch(words)).Select(Fault.At);

    [GeneratedRegex("(チラシ|ちらし|ポスター|パンフレット|リーフレット|料金表|時刻表|日程表|一覧表|予定表|集計表|比較表|案内文|という文字|の文字|文字の画像)(（[^）]*）|の?画像|の?表面|の?裏面|[0-9０-９]*)?$")]
    private static partial Regex Kind();
}
