namespace Kakehashi.Accessibility.Documents.Rules;

/// <summary>A PDF file has a title that tells what it is.</summary>
public sealed class PdfTitle() : PdfRule("pdf-title", Criteria.PageTitled, Weight.Warning, MiChecker.LikelyProblem,
    "PDFの題名がないか、ファイルの名前のままです。文書のプロパティの「タイトル」に資料の名前を入れて、PDFを作り直してください。")
{
    public override IReadOnlyList<Site.SiteExample> Examples { get; } =
    [
        Linked(Sound with { Title = null }, isBad: true),
        Linked(Sound, isBad: false),
    ];

    public override bool IsBrokenBy(PdfFacts file) => file is { IsReadable: true, Title: null };
}
