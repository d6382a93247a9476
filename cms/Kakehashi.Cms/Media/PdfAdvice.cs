using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Documents;

namespace Kakehashi.Cms.Media;

/// <summary>What is to be mended in PDF files of the library. It holds nothing back: whoever made the file has to mend it in another programme.</summary>
public sealed class PdfAdvice(MediaFiles files)
{
    /// <returns>Broken rules, the heaviest first; null for files of other kinds, and where the bytes are missing.</returns>
    public async Task<IReadOnlyList<PdfRule>?> OfAsync(MediaRecord file, CancellationToken ct)
    {
        if (file.ContentType != "application/pdf" || !File.Exists(files.PathOf(file.Hash))) return null;
        var facts = PdfFacts.Read(await File.ReadAllBytesAsync(files.PathOf(file.Hash), ct));
        return [.. RuleSet.OfDocuments.Where(rule => rule.IsBrokenBy(facts)).OrderBy(rule => rule.Weight)];
    }

    /// <summary>Said when a file has just come in; empty when nothing is to be mended.</summary>
    public async Task<string> SentenceAsync(MediaRecord file, CancellationToken ct) =>
        await OfAsync(file, ct) is { Count: > 0 } broken ? $"PDFに直すところが{broken.Count}つあります。" : "";
}
