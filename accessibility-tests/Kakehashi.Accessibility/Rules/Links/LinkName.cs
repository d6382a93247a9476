using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Links;

/// <summary>Links have words.</summary>
public sealed class LinkName() : PageRule("link-name", Criteria.LinkPurpose, Weight.Error, MiChecker.Problem,
    "文字のないリンクがあります。行き先が分かる言葉を入れてください。画像のリンクは、画像の代替テキストに行き先を書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文</p>\n<p><a href=\"/issues/\"></a></p>", line: 2),
        Example.Bad("<a href=\"/issues/\"><img src=\"a.svg\" alt=\"\"></a>"),
        Example.Bad("<a href=\"/issues/\"><svg aria-hidden=\"true\"></svg></a>"),
        Example.Good("<a href=\"/issues/\">課題を見る</a><a href=\"/seeds/\"><img src=\"a.svg\" alt=\"シーズを探す\"></a><a id=\"old\"></a>"),
        Example.Good("<a href=\"/feeds/\" aria-label=\"更新情報（RSS）\"><svg></svg></a>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Links.Where(link => page.NameOf(link).Length == 0 && !NamedByDrawing(link)).Select(Fault.At);

    private static bool NamedByDrawing(IElement link) =>
        link.QuerySelectorAll("svg title").Any(title => !string.IsNullOrWhiteSpace(title.TextContent));
}
