using Kakehashi.Accessibility;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Programs;
using Kakehashi.Content;

namespace Kakehashi.Cms.Preview;

/// <summary>Pages of drafts, with the files that they use.</summary>
public sealed class PagePreviews(PreviewClient client, MediaLibrary library, ProgramStore programs)
{
    /// <summary>The page as HTML; null for types without a page and where the site process cannot render it.</summary>
    /// <param name="sent">Files that came with a submission and are not in the library.</param>
    public async Task<string?> RenderAsync(ItemDocument document, IReadOnlyList<MediaFile> sent, CancellationToken ct) =>
        HasPage(document) ? await client.RenderAsync(document, await programs.CurrentAsync(ct), await MediaAsync(document, sent, ct), ct) : null;

    /// <summary>What the rules find on the page, by line; null for types without a page and where the site process cannot render it.</summary>
    /// <inheritdoc cref="RenderAsync"/>
    public async Task<IReadOnlyList<Finding>?> CheckAsync(ItemDocument document, IReadOnlyList<MediaFile> sent, CancellationToken ct) =>
        HasPage(document) ? await client.CheckAsync(document, await programs.CurrentAsync(ct), await MediaAsync(document, sent, ct), ct) : null;

    static bool HasPage(ItemDocument document) => ContentType.Find(document.Type)!.Placement != Placement.None;

    async Task<List<MediaFile>> MediaAsync(ItemDocument document, IReadOnlyList<MediaFile> sent, CancellationToken ct)
    {
        List<MediaFile> media = [.. sent];
        foreach (var name in ContentSet.MediaIn(document).Distinct(StringComparer.Ordinal))
            if (await library.FindAsync(name, ct) is { } file) media.Add(file.ToMediaFile());
        return media;
    }
}
