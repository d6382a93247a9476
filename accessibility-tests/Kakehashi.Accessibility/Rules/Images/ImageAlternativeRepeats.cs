using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Images;

/// <summary>An alternative text adds to the words beside the picture, or is empty.</summary>
public sealed class ImageAlternativeRepeats() : PageRule("image-alternative-repeats", Criteria.NonTextContent, Weight.Warning, MiChecker.LikelyProblem,
    "代替テキストが、すぐ横の文字と同じです。同じ言葉が2回読み上げられるので、装飾として空にするか、画像にしかない内容を書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<a href=\"/seeds/\"><img src=\"a.svg\" alt=\"シーズを探す\">シーズを探す</a>", line: 2),
        Example.Bad("<figure><img src=\"a.svg\" alt=\"水位センサーの写真\"><figcaption>水位センサーの写真</figcaption></figure>"),
        Example.Good("<a href=\"/seeds/\"><img src=\"a.svg\" alt=\"\">シーズを探す</a><figure><img src=\"a.svg\" alt=\"用水路の柵に付けた白い箱\"><figcaption>水位センサー</figcaption></figure>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("img").Where(image => image.GetAttribute("alt") is { } words && Words.Fold(words) is { Length: > 0 } said && WordsBeside(image) == said).Select(Fault.At);

    private static string? WordsBeside(IElement image) =>
        image.Closest("a, button, figure") is { } around ? Words.Fold((around.LocalName == "figure" ? around.QuerySelector("figcaption") : around)?.TextContent ?? "") : null;
}
