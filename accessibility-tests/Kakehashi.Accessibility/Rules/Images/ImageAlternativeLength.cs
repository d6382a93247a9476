namespace Kakehashi.Accessibility.Rules.Images;

/// <summary>An alternative text is a sentence; more belongs into the page.</summary>
public sealed class ImageAlternativeLength() : PageRule("image-alternative-length", Criteria.NonTextContent, Weight.Warning, MiChecker.NeedsJudgement,
    "代替テキストが長すぎます（120字まで）。代替テキストには要点だけを書き、詳しい内容は本文か表に書いてください。")
{
    private const int Longest = 120;

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad($"<p>図1</p>\n<img src=\"a.svg\" alt=\"{string.Concat(Enumerable.Repeat("会員の数が年ごとに増えています。", 9))}\">", line: 2),
        Example.Good("<img src=\"a.svg\" alt=\"会員の数が3年で12から20に増えたことを示すグラフ\">"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Elements("img").Where(image => image.GetAttribute("alt")?.Length > Longest).Select(Fault.At);
}
