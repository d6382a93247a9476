namespace Kakehashi.Accessibility.Documents.Rules;

/// <summary>Headings, lists and tables of a PDF file are told apart by tags.</summary>
public sealed class PdfTags() : PdfRule("pdf-tags", Criteria.InfoAndRelationships, Weight.Warning, MiChecker.LikelyProblem,
    "PDFにタグ（見出しや表などの構造）がありません。元の文書で見出しと表の見出しを設定し、「タグ付きPDF」として保存し直してください。")
{
    public override IReadOnlyList<Site.SiteExample> Examples { get; } =
    [
        Linked(Sound with { IsTagged = false }, isBad: true),
        Linked(Sound, isBad: false),
    ];

    public override bool IsBrokenBy(PdfFacts file) => file is { IsReadable: true, HasText: true, IsTagged: false };
}
