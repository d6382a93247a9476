namespace Kakehashi.Accessibility.Documents.Rules;

/// <summary>A PDF file has letters, not only pictures of paper.</summary>
public sealed class PdfPicture() : PdfRule("pdf-picture", Criteria.NonTextContent, Weight.Warning, MiChecker.Problem,
    "文字のないPDFです（紙を読み取った画像など）。読み上げや検索ができないので、元の文書から作り直すか、同じ内容をページの本文に書いてください。")
{
    public override IReadOnlyList<Site.SiteExample> Examples { get; } =
    [
        Linked(Sound with { HasText = false }, isBad: true),
        Linked(Sound, isBad: false),
    ];

    public override bool IsBrokenBy(PdfFacts file) => file is { IsReadable: true, HasText: false };
}
