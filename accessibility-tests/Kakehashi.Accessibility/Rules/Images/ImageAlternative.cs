using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Images;

/// <summary>Every picture has an alternative text, or says by an empty one that it only decorates.</summary>
public sealed class ImageAlternative() : PageRule("image-alternative", Criteria.NonTextContent, Weight.Error, MiChecker.Problem,
    "画像に代替テキスト（alt）がありません。画像が伝える内容を書いてください。装飾の画像は「装飾」を選んでください（alt=\"\"）。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>図1</p>\n<img src=\"/media/flow.svg\">", line: 2),
        Example.Bad("<map name=\"m\"><area href=\"/areas/north/\" coords=\"0,0,9,9\"></map>"),
        Example.Bad("<form action=\"/search/\"><input type=\"image\" src=\"/search.svg\"></form>"),
        Example.Good("<img src=\"/media/flow.svg\" alt=\"相談から実装までの5つの段階\"><img src=\"/media/line.svg\" alt=\"\"><img src=\"x.svg\" role=\"presentation\">"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("img").Where(image => !image.HasAttribute("alt") && !IsDecoration(image) && page.NameOf(image).Length == 0)
            .Concat(page.Elements("area").Where(area => area.HasAttribute("href") && page.NameOf(area).Length == 0))
            .Concat(page.Elements("input").Where(input => input.GetAttribute("type") == "image" && page.NameOf(input).Length == 0))
            .Select(Fault.At);

    private static bool IsDecoration(IElement image) => image.GetAttribute("role") is "presentation" or "none";
}
