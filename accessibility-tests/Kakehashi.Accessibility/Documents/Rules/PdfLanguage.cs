namespace Kakehashi.Accessibility.Documents.Rules;

/// <summary>A PDF file says in which language it is read out.</summary>
public sealed class PdfLanguage() : PdfRule("pdf-language", Criteria.LanguageOfPage, Weight.Warning, MiChecker.Problem,
    "PDFに言語が示されていません。文書のプロパティで、言語を「日本語」にしてください。")
{
    public override IReadOnlyList<Site.SiteExample> Examples { get; } =
    [
        Linked(Sound with { Language = null }, isBad: true),
        Linked(Sound, isBad: false),
    ];

    public override bool IsBrokenBy(PdfFacts file) => file is { IsReadable: true, HasText: true, Language: null };
}
