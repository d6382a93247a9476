using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Transfer;

/// <summary>What an item is in the folder format: a published file, a draft, or both.</summary>
static class ExportedItem
{
    /// <summary>What is, was or will be public without further judgement; null where nothing of it was approved yet.</summary>
    /// <param name="revisions">At least the newest, live and ended revisions, by id.</param>
    public static ItemDocument? Published(ItemRecord item, IReadOnlyDictionary<Guid, RevisionRecord> revisions)
    {
        if (item.LiveRevisionId is { } live) return revisions[live].DocumentOf(item);
        if (item.EndedRevisionId is { } ended)
            return revisions[ended].DocumentOf(item) is var document && document.ExpireAt <= item.EndedAt ? document : document with { ExpireAt = item.EndedAt?.ToOffset(JapaneseTime.Offset) };
        return item.State == EditorialState.Approved && revisions[item.NewestRevisionId] is { PublishAt: { } at } scheduled
            ? scheduled.DocumentOf(item) with { PublishAt = at.ToOffset(JapaneseTime.Offset) }
            : null;
    }

    /// <summary>The newest revision where it is another than the published one; otherwise null.</summary>
    public static ItemDocument? Draft(ItemRecord item, IReadOnlyDictionary<Guid, RevisionRecord> revisions)
    {
        var published = Published(item, revisions);
        if (published is not null && (item.LiveRevisionId ?? item.EndedRevisionId ?? item.NewestRevisionId) == item.NewestRevisionId) return null;
        var newest = revisions[item.NewestRevisionId];
        return newest.DocumentOf(item) with
        {
            PublishAt = newest.PublishAt?.ToOffset(JapaneseTime.Offset),
            UpdatedAt = null,
            Aliases = published is not null && published.Slug != newest.Slug ? [published.Slug] : [],
        };
    }
}
