using Kakehashi.Cms.Media;
using Kakehashi.Cms.Programs;
using Kakehashi.Content;

namespace Kakehashi.Cms.Preview;

/// <summary>Pages of drafts, with the files that they use.</summary>
public sealed class PagePreviews(PreviewClient client, MediaLibrary library, ProgramStore programs)
{
    /// <summary>The page as HTML; null for types without a page and where the site process cannot render it.</summary>
    public async Task<string?> RenderAsync(ItemDocument document, CancellationToken ct)
    {
        if (ContentType.Find(document.Type)!.Placement == Placement.None) return null;
        var media = new List<MediaFile>();
        foreach (var name in ContentSet.MediaIn(document).Distinct(StringComparer.Ordinal))
            if (await library.FindAsync(name, ct) is { } file) media.Add(file.ToMediaFile());
        return await client.RenderAsync(document, await programs.CurrentAsync(ct), media, ct);
    }
}
