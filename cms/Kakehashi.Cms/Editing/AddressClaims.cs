using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Editing;

/// <summary>Keeps every address with one item: its newest, its public and its former slugs.</summary>
static class AddressClaims
{
    /// <summary>Key of a slug: the public address, or <c>type:slug</c> for types without pages.</summary>
    public static string KeyOf(ContentType type, string slug) => type.Address(slug) ?? $"{type.Name}:{slug}";

    /// <summary>Claims what the item needs now and lets go of the rest. The caller rolls back when an address is taken.</summary>
    /// <returns>A sentence naming both items where another holds an address, otherwise null.</returns>
    public static async Task<FieldProblem?> RenewAsync(CmsDb db, ContentType type, ItemRecord item, CancellationToken ct)
    {
        Guid?[] revisions = [item.NewestRevisionId, item.LiveRevisionId, item.EndedRevisionId];
        var slugs = await db.Revisions.Where(r => revisions.Contains(r.Id)).Select(r => r.Slug).ToListAsync(ct);
        var wanted = slugs.Concat(item.Aliases).Select(slug => KeyOf(type, slug)).Distinct(StringComparer.Ordinal).ToList();
        await db.Addresses.Where(claim => claim.ItemId == item.Id && !wanted.Contains(claim.Address)).ExecuteDeleteAsync(ct);
        foreach (var address in wanted.Order(StringComparer.Ordinal))
        {
            // Waits for a rival transaction to end, then inserts nothing where the rival won.
            await db.Database.ExecuteSqlAsync($"INSERT INTO addresses (address, item_id) VALUES ({address}, {item.Id}) ON CONFLICT (address) DO NOTHING", ct);
            var holder = await db.Addresses.AsNoTracking().Where(claim => claim.Address == address).Select(claim => claim.ItemId).SingleAsync(ct);
            if (holder != item.Id) return await TakenAsync(db, type, item, address, holder, ct);
        }
        return null;
    }

    static async Task<FieldProblem> TakenAsync(CmsDb db, ContentType type, ItemRecord item, string address, Guid holder, CancellationToken ct)
    {
        var titles = await db.Items.Where(i => i.Id == holder || i.Id == item.Id)
            .Join(db.Revisions, i => i.NewestRevisionId, r => r.Id, (i, r) => new { i.Id, i.Type, r.Title })
            .ToDictionaryAsync(pair => pair.Id, ct);
        var other = titles[holder];
        return new FieldProblem("slug",
            $"アドレス {address} は{ContentType.Find(other.Type)!.Label}「{other.Title}」が使っています。{type.Label}「{titles[item.Id].Title}」には別の名前を付けてください。");
    }
}
