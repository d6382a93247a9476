using System.Text.Json;
using Kakehashi.Cms.Delivery;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Publishing;

/// <summary>Keeps the public part of the media library to the files that public items use. Which these are, <see cref="ContentSet.MediaIn"/> says.</summary>
static class PublicLibrary
{
    /// <summary>What becomes public, and what no longer is, when public items are replaced. The caller holds the change feed.</summary>
    /// <param name="replaced">The public items that go or change, as they are now.</param>
    /// <param name="documents">What takes their place.</param>
    /// <returns>Both ordered by name.</returns>
    /// <exception cref="InvalidOperationException">A document uses a file that the library does not have.</exception>
    public static async Task<(List<PublicMedia> Added, List<PublicMedia> Dropped)> CompareAsync(
        CmsDb db, IReadOnlyCollection<PublicItem> replaced, IEnumerable<ItemDocument> documents, CancellationToken ct)
    {
        var used = documents.SelectMany(ContentSet.MediaIn).ToHashSet(StringComparer.Ordinal);
        var known = (await db.PublicMedia.Where(m => used.Contains(m.Name)).Select(m => m.Name).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var wanted = used.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var files = await db.Media.AsNoTracking().Where(m => wanted.Contains(m.Name)).ToDictionaryAsync(m => m.Name, StringComparer.Ordinal, ct);
        if (wanted.Find(name => !files.ContainsKey(name)) is { } missing) throw new InvalidOperationException($"The library has no file {missing}.");
        var freed = await FreedAsync(db, replaced, used, ct);
        return (
            [.. wanted.Select(name => files[name].ToMediaFile()).Select(file => new PublicMedia { Name = file.Name, Hash = file.Hash, File = JsonOf(file) })],
            await db.PublicMedia.Where(m => freed.Contains(m.Name)).OrderBy(m => m.Name).ToListAsync(ct));
    }

    /// <summary>As the delivery API tells it.</summary>
    public static string JsonOf(MediaFile file) => JsonSerializer.Serialize(file, ContentJson.Options);

    // Names that only the replaced items used.
    static async Task<List<string>> FreedAsync(CmsDb db, IReadOnlyCollection<PublicItem> replaced, HashSet<string> used, CancellationToken ct)
    {
        var candidates = MediaIn(replaced).Where(name => !used.Contains(name)).Distinct(StringComparer.Ordinal).ToList();
        if (candidates.Count == 0) return [];
        var (ids, patterns) = (replaced.Select(item => item.Id).ToArray(), candidates.Select(Queries.Containing).ToArray());
        var others = await db.PublicItems.FromSql($"SELECT * FROM delivery.items WHERE id <> ALL ({ids}) AND document::text LIKE ANY ({patterns})").AsNoTracking().ToListAsync(ct);
        return [.. candidates.Except(MediaIn(others), StringComparer.Ordinal)];
    }

    static IEnumerable<string> MediaIn(IEnumerable<PublicItem> items) => items.SelectMany(item => ContentSet.MediaIn(item.Read()));
}
