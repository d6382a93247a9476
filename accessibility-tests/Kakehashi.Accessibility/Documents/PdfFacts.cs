using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Documents;

/// <summary>What a PDF file tells assistive technology before the first word is read (ISO 32000-1, 14.3 to 14.9; ISO 14289-1, 7).</summary>
/// <param name="IsReadable">False for files that are broken, encrypted or larger than what is looked into; then nothing else is known.</param>
/// <param name="Title">Of the document, from its metadata; null for none, or for one that is the name of a file or of a programme.</param>
/// <param name="ShowsTitle">Whether readers show the title in place of the file's name.</param>
/// <param name="Language">Of the document, as in <c>lang</c>; null for none.</param>
/// <param name="IsTagged">Whether headings, lists and tables are told apart.</param>
/// <param name="HasText">False when there is no font in the file, and so no letter: pictures of paper.</param>
public sealed partial record PdfFacts(bool IsReadable, string? Title, bool ShowsTitle, string? Language, bool IsTagged, bool HasText)
{
    /// <summary>Largest file that is looked into, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    public static PdfFacts Unreadable { get; } = new(false, null, false, null, false, false);

    /// <summary>Reads a file of any content within a time that grows with its length alone.</summary>
    /// <param name="pdf">The whole file.</param>
    public static PdfFacts Read(ReadOnlyMemory<byte> pdf)
    {
        if (pdf.Length > MaxBytes || PdfFile.Open(pdf) is not { IsEncrypted: false, Catalog: { } catalog } file)
            return Unreadable;
        return new(
            true,
            Useful(PdfFile.TextOf(file.Value(file.Information, "Title"))) ?? Useful(file.TitleOfMetadata()),
            file.Value(file.Dictionary(catalog, "ViewerPreferences"), "DisplayDocTitle") is true,
            PdfFile.TextOf(file.Value(catalog, "Lang"))?.Trim() is { Length: > 0 } language ? language : null,
            catalog.GetValueOrDefault("StructTreeRoot") is not null && file.Value(file.Dictionary(catalog, "MarkInfo"), "Marked") is true,
            file.HasFont);
    }

    private static string? Useful(string? title) => string.IsNullOrWhiteSpace(title) || Made().IsMatch(title.Trim()) ? null : title.Trim();

    [GeneratedRegex(@"^Microsoft (Word|Excel|PowerPoint) -|\.(docx?|xlsx?|pptx?|jtdc?|pdf|indd|ai|tiff?|jpe?g)$|^(無題|名称未設定|untitled|document|文書|ドキュメント|book|プレゼンテーション|presentation|スライド|slide|scan|img|doc)?[ _-]?[0-9]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Made();
}
