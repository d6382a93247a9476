using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Folder;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Transfer;

/// <summary>The items that an import meets, in memory, and what becomes of them.</summary>
sealed class ItemShelf
{
    readonly CmsDb db;
    readonly DateTimeOffset now;
    readonly Dictionary<string, AddressClaim> claims;
    readonly Dictionary<Guid, ItemRecord> items;
    readonly Dictionary<Guid, RevisionRecord> revisions;

    ItemShelf(CmsDb db, DateTimeOffset now, Dictionary<string, AddressClaim> claims, Dictionary<Guid, ItemRecord> items, Dictionary<Guid, RevisionRecord> revisions) =>
        (this.db, this.now, this.claims, this.items, this.revisions) = (db, now, claims, items, revisions);

    public static async Task<ItemShelf> LoadAsync(CmsDb db, DateTimeOffset now, CancellationToken ct)
    {
        var items = await db.Items.ToDictionaryAsync(item => item.Id, ct);
        var revisions = await db.Revisions.Where(r => db.Items.Any(i => i.NewestRevisionId == r.Id || i.LiveRevisionId == r.Id || i.EndedRevisionId == r.Id)).ToDictionaryAsync(r => r.Id, ct);
        return new ItemShelf(db, now, await db.Addresses.ToDictionaryAsync(claim => claim.Address, StringComparer.Ordinal, ct), items, revisions);
    }

    public List<Problem> Problems { get; } = [];

    /// <summary>Made public in this import.</summary>
    public List<(ItemRecord Item, RevisionRecord Revision)> Public { get; } = [];

    /// <summary>No longer public after this import.</summary>
    public List<ItemRecord> Withdrawn { get; } = [];

    public HashSet<ItemRecord> Touched { get; } = [];

    public int Added { get; private set; }

    public int Changed => Touched.Count - Added;

    public int Unchanged { get; private set; }

    /// <summary>A file without <c>.draft</c>: public, scheduled or ended, as its dates say.</summary>
    public void PutPublished(ContentType type, ItemDocument document)
    {
        var item = Find(type, document.Slug)
            ?? document.Aliases.Select(alias => Find(type, alias) is { } found && found.Aliases.Contains(alias, StringComparer.Ordinal) ? found : null).FirstOrDefault(found => found is not null);
        var (scheduled, ended) = (document.PublishAt > now, document.ExpireAt <= now);
        if (item is not null && (ExportedItem.Published(item, revisions) is { } there && Same(there, document)
            || scheduled && item.State == EditorialState.Approved && IsNewest(item, type, document)))
        {
            Unchanged++;
            return;
        }
        if (item is not null && IsPending(item))
        {
            Refuse(type, $"{document.Slug}.md", item);
            return;
        }
        var wasPublic = item?.LiveRevisionId is not null;
        var revision = Revise(ref item, type, document, scheduled ? document.PublishAt : null);
        if (scheduled && wasPublic)
        {
            // What is public stays public until then (E08); the file's other dates take effect with it.
            (item.State, item.PublishDue) = (EditorialState.Approved, document.PublishAt);
            Renew(type, item);
            return;
        }
        item.Slug = document.Slug;
        item.Aliases = [.. document.Aliases];
        (item.PublishedAt, item.UpdatedAt) = scheduled ? (null, null) : (document.PublishAt?.ToUniversalTime(), document.UpdatedAt?.ToUniversalTime());
        item.State = scheduled ? EditorialState.Approved : ended ? EditorialState.Ended : EditorialState.Published;
        var isPublic = !scheduled && !ended;
        (item.LiveRevisionId, item.ExpireDue) = isPublic ? ((Guid?)revision.Id, revision.ExpireAt) : (null, null);
        (item.EndedRevisionId, item.EndedAt) = ended && !scheduled ? ((Guid?)revision.Id, revision.ExpireAt) : (null, null);
        item.PublishDue = scheduled ? revision.PublishAt : null;
        Renew(type, item);
        if (item.LiveRevisionId is not null) Public.Add((item, revision));
        else if (wasPublic) Withdrawn.Add(item);
    }

    /// <summary>A file with <c>.draft</c>: the newest revision, never public by itself.</summary>
    /// <param name="published">Slug of the published version beside it; null when it stands alone.</param>
    public void PutDraft(ContentType type, ItemDocument document, string? published)
    {
        var item = Find(type, published ?? document.Slug);
        if (item is not null && IsNewest(item, type, document))
        {
            Unchanged++;
            return;
        }
        if (item is not null && (IsPending(item) || item.State == EditorialState.Approved))
        {
            Refuse(type, document.Slug + FolderFile.DraftEnding, item);
            return;
        }
        Revise(ref item, type, document, document.PublishAt);
        (item.State, item.PublishDue) = (EditorialState.Draft, null);
        Renew(type, item);
    }

    ItemRecord? Find(ContentType type, string slug) => claims.TryGetValue(AddressClaims.KeyOf(type, slug), out var claim) ? items[claim.ItemId] : null;

    // Somebody's version that is neither public nor was: an import does not take it away. What an import itself left waiting, it may replace.
    bool IsPending(ItemRecord item) => item.NewestRevisionId != (item.LiveRevisionId ?? item.EndedRevisionId)
        && (revisions[item.NewestRevisionId].AuthorId != Actor.System.Id || item.State is not (EditorialState.Draft or EditorialState.Approved));

    void Refuse(ContentType type, string file, ItemRecord item) => Problems.Add(new Problem($"{type.Folder}/{file}", 0,
        $"CMSの{type.Label}「{revisions[item.NewestRevisionId].Title}」に「{item.State.Label()}」の版があるため、取り込めません。CMSで公開を済ませるか、同じ内容にしてから、もう一度取り込んでください。"));

    bool IsNewest(ItemRecord item, ContentType type, ItemDocument document) => revisions[item.NewestRevisionId] is var newest
        && newest.Slug == document.Slug && newest.PublishAt == document.PublishAt && newest.ExpireAt == document.ExpireAt
        && JsonNode.DeepEquals(newest.ReadValues(), CanonicalValues.Of(type, document.Values));

    static bool Same(ItemDocument one, ItemDocument other) => one.Slug == other.Slug && Text(one) == Text(other);

    static string Text(ItemDocument document) => FolderFile.Write(document with { Values = CanonicalValues.Of(ContentType.Find(document.Type)!, document.Values) });

    RevisionRecord Revise([NotNull] ref ItemRecord? item, ContentType type, ItemDocument document, DateTimeOffset? publishAt)
    {
        var values = CanonicalValues.Of(type, document.Values);
        var (id, number) = item is null ? (Guid.CreateVersion7(now), 1) : (item.Id, revisions[item.NewestRevisionId].Number + 1);
        var revision = new RevisionRecord
        {
            Id = Guid.CreateVersion7(now),
            ItemId = id,
            Number = number,
            Slug = document.Slug,
            Title = values["title"]?.ToString() ?? "",
            Values = values.ToJsonString(ContentJson.Options),
            PublishAt = publishAt?.ToUniversalTime(),
            ExpireAt = document.ExpireAt?.ToUniversalTime(),
            AuthorId = Actor.System.Id,
            CreatedAt = now,
        };
        if (item is null)
        {
            item = new ItemRecord { Id = id, Type = type.Name, Slug = document.Slug, NewestRevisionId = revision.Id, CreatedAt = now };
            items[id] = item;
            db.Items.Add(item);
            Added++;
        }
        (item.NewestRevisionId, item.TouchedAt) = (revision.Id, now);
        Touched.Add(item);
        revisions[revision.Id] = revision;
        db.Revisions.Add(revision);
        return revision;
    }

    // Claims what the item needs now and lets go of the rest, as AddressClaims does.
    void Renew(ContentType type, ItemRecord item)
    {
        Guid?[] kept = [item.NewestRevisionId, item.LiveRevisionId, item.EndedRevisionId];
        var slugs = kept.OfType<Guid>().Select(id => revisions[id].Slug).Concat(item.Aliases).Distinct(StringComparer.Ordinal).ToList();
        var wanted = slugs.Select(slug => AddressClaims.KeyOf(type, slug)).ToHashSet(StringComparer.Ordinal);
        foreach (var claim in claims.Values.Where(claim => claim.ItemId == item.Id && !wanted.Contains(claim.Address)).ToList())
        {
            claims.Remove(claim.Address);
            db.Addresses.Remove(claim);
        }
        foreach (var slug in slugs) Claim(type, item, slug);
    }

    void Claim(ContentType type, ItemRecord item, string slug)
    {
        var address = AddressClaims.KeyOf(type, slug);
        if (claims.TryGetValue(address, out var held))
        {
            if (held.ItemId == item.Id) return;
            var other = items[held.ItemId];
            Problems.Add(new Problem($"{type.Folder}/{revisions[item.NewestRevisionId].Slug}.md", 0,
                $"アドレス {address} は、CMSの{ContentType.Find(other.Type)!.Label}「{revisions[other.NewestRevisionId].Title}」が使っています。別の名前にしてください。", "slug"));
            return;
        }
        var claim = new AddressClaim { Address = address, ItemId = item.Id };
        claims[address] = claim;
        db.Addresses.Add(claim);
    }
}
