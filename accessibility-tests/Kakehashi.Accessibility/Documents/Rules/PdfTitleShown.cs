namespace Kakehashi.Accessibility.Documents.Rules;

/// <summary>The title of a PDF file stands in the title bar.</summary>
public sealed class PdfTitleShown() : PdfRule("pdf-title-shown", Criteria.PageTitled, Weight.Advice, MiChecker.NeedsJudgement,
    "PDFを開いたときに、題名ではなくファイルの名前が表示されます。PDFの「開き方」の設定で、文書のタイトルを表示するようにしてください。")
{
    public override IReadOnlyList<Site.SiteExample> Examples { get; } =
    [
        Linked(Sound with { ShowsTitle = false }, isBad: true),
        Linked(Sound, isBad: false),
    ];

    public override bool IsBrokenBy(PdfFacts file) => file is { IsReadable: true, Title: not null, ShowsTitle: false };
}
