namespace Kakehashi.Accessibility.Documents.Rules;

/// <summary>A PDF file can be opened by everybody.</summary>
public sealed class PdfUnreadable() : PdfRule("pdf-unreadable", null, Weight.Warning, MiChecker.Problem,
    "PDFの中を確かめられません。パスワードや編集の制限を外し、正しく開けることを確かめて、保存し直してください。")
{
    public override IReadOnlyList<Site.SiteExample> Examples { get; } =
    [
        Linked(PdfFacts.Unreadable, isBad: true),
        Linked(Sound, isBad: false),
    ];

    public override bool IsBrokenBy(PdfFacts file) => !file.IsReadable;
}
