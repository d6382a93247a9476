using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Editing;

/// <summary>What the list shows of items.</summary>
/// <param name="Type">Null = every type.</param>
/// <param name="States">Empty = every state.</param>
/// <param name="Text">Found in the title; empty = any.</param>
/// <param name="AuthorId">Author of the newest revision; null = anybody.</param>
/// <param name="Sort">Order.</param>
/// <param name="Page">From 1.</param>
public sealed record ItemFilter(
    ContentType? Type = null, IReadOnlyCollection<EditorialState>? States = null, string Text = "", Guid? AuthorId = null, ItemSort Sort = ItemSort.Touched, int Page = 1);

/// <summary>Order of the list.</summary>
public enum ItemSort
{
    /// <summary>Last touched first.</summary>
    Touched,

    /// <summary>By title, ordinal.</summary>
    Title,

    /// <summary>Last published first; never published ones last.</summary>
    Published,
}

/// <summary>One row of the list.</summary>
/// <param name="Item">The item.</param>
/// <param name="Newest">Its newest revision.</param>
/// <param name="AuthorName">Display name of its author.</param>
public sealed record ItemRow(ItemRecord Item, RevisionRecord Newest, string AuthorName);

/// <summary>A page of the list.</summary>
/// <param name="Rows">At most <see cref="ItemQueries.PageSize"/>.</param>
/// <param name="Total">Rows on all pages.</param>
public sealed record ItemList(IReadOnlyList<ItemRow> Rows, int Total, int Page)
{
    public int Pages => Math.Max(1, (Total + ItemQueries.PageSize - 1) / ItemQueries.PageSize);
}

/// <summary>One item with its history.</summary>
/// <param name="Live">What visitors see; null while nothing is public.</param>
/// <param name="Revisions">Newest first, never empty.</param>
/// <param name="Comments">Newest first.</param>
/// <param name="Names">Display names by account.</param>
public sealed record ItemDetail(
    ItemRecord Item, RevisionRecord Newest, RevisionRecord? Live, IReadOnlyList<RevisionRecord> Revisions, IReadOnlyList<ReviewComment> Comments, IReadOnlyDictionary<Guid, string> Names)
{
    public ContentType Type => ContentType.Find(Item.Type)!;
}

/// <summary>Reads items for the screens; nothing is tracked.</summary>
public sealed class ItemQueries(IDbContextFactory<CmsDb> databases, ProgramStore programs)
{
    /// <summary>Rows on one page of the list.</summary>
    public const int PageSize = 50;

    public async Task<ItemList> ListAsync(ItemFilter filter, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = db.Items.AsNoTracking().Join(db.Revisions, item => item.NewestRevisionId, revision => revision.Id, (item, newest) => new { item, newest });
        if (filter.Type is { } type) rows = rows.Where(row => row.item.Type == type.Name);
        if (filter.States is { Count: > 0 } states) rows = rows.Where(row => states.Contains(row.item.State));
        if (filter.AuthorId is { } author) rows = rows.Where(row => row.newest.AuthorId == author);
        if (filter.Text.Trim() is { Length: > 0 } text)
        {
            var pattern = Queries.Containing(text);
            rows = rows.Where(row => EF.Functions.ILike(row.newest.Title, pattern) || EF.Functions.ILike(row.newest.Slug, pattern));
        }
        var total = await rows.CountAsync(ct);
        var ordered = filter.Sort switch
        {
            ItemSort.Title => rows.OrderBy(row => row.newest.Title).ThenBy(row => row.item.Id),
            ItemSort.Published => rows.OrderByDescending(row => row.item.PublishedAt != null).ThenByDescending(row => row.item.PublishedAt).ThenBy(row => row.item.Id),
            _ => rows.OrderByDescending(row => row.item.TouchedAt).ThenBy(row => row.item.Id),
        };
        var page = Math.Max(1, filter.Page);
        var found = await ordered.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var names = await NamesAsync(db, found.Select(row => row.newest.AuthorId), ct);
        return new ItemList([.. found.Select(row => new ItemRow(row.item, row.newest, names.GetValueOrDefault(row.newest.AuthorId, "")))], total, page);
    }

    /// <summary>The item with its history; null when there is none.</summary>
    public async Task<ItemDetail?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, ct) is not { } found) return null;
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.ItemId == id).OrderByDescending(r => r.Number).ToListAsync(ct);
        var comments = await db.Comments.AsNoTracking().Where(c => c.ItemId == id).OrderByDescending(c => c.CreatedAt).ToListAsync(ct);
        var names = await NamesAsync(db, revisions.Select(r => r.AuthorId).Concat(comments.Select(c => c.AuthorId)), ct);
        return new ItemDetail(found, revisions.Single(r => r.Id == found.NewestRevisionId), revisions.SingleOrDefault(r => r.Id == found.LiveRevisionId), revisions, comments, names);
    }

    /// <summary>Public items, and those approved for later, whose texts link to this one: what its end leaves with a link to nothing.</summary>
    public async Task<IReadOnlyList<LinkingItem>> LinkingAsync(ItemRecord item, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await PublicUses.LinkingAsync(db, item, new Uri((await programs.CurrentAsync(ct)).Url), ct);
    }

    /// <summary>Why the clock will not publish what is approved; null when nothing waits, or nothing holds it back.</summary>
    public async Task<string?> HeldBackAsync(ItemDetail detail, CancellationToken ct)
    {
        if (detail.Item.PublishDue is null) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await RevisionChecks.RefusalAsync(db, detail.Item, detail.Newest.Number, ct);
    }

    /// <summary>How many items are in each state; states without any are left out.</summary>
    public async Task<IReadOnlyDictionary<EditorialState, int>> CountByStateAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Items.GroupBy(item => item.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Key, pair => pair.Count, ct);
    }

    /// <summary>Slug and title of every item of a type, ended ones left out, ordered by title: the choices of a reference.</summary>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(ContentType type, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Items.Where(item => item.Type == type.Name && item.State != EditorialState.Ended)
            .Join(db.Revisions, item => item.NewestRevisionId, revision => revision.Id, (item, newest) => new { item.Slug, newest.Title })
            .OrderBy(row => row.Title).ThenBy(row => row.Slug).Select(row => new Choice(row.Slug, row.Title)).ToListAsync(ct);
    }

    static async Task<Dictionary<Guid, string>> NamesAsync(CmsDb db, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        var names = await db.Users.Where(account => wanted.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, ct);
        names[Guid.Empty] = Accounts.Actor.System.Name;
        return names;
    }
}
