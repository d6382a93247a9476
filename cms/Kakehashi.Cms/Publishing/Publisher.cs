using System.Text.Json;
using Kakehashi.Cms.Delivery;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Publishing;

/// <summary>Moves content into the schema <c>delivery</c> and out of it, inside the caller's transaction.</summary>
public static class Publisher
{
    /// <summary>Makes an approved revision public in place of what was.</summary>
    /// <param name="at">When it takes effect; whole seconds are kept.</param>
    public static async Task GoLiveAsync(CmsDb db, ItemRecord item, RevisionRecord revision, DateTimeOffset at, CancellationToken ct)
    {
        at = WholeSeconds(at);
        if (item.PublishedAt is null) item.PublishedAt = at;
        else item.UpdatedAt = at;
        var former = item.LiveRevisionId ?? item.EndedRevisionId;
        if (former is not null && item.Slug != revision.Slug) item.Aliases = [.. item.Aliases, item.Slug];
        item.Aliases = [.. item.Aliases.Where(alias => alias != revision.Slug).Distinct(StringComparer.Ordinal)];
        item.Slug = revision.Slug;
        item.State = Editorial.Next(item.State, EditorialAction.Publish, check: false) ?? throw new InvalidOperationException($"{item.State} is not approved.");
        (item.LiveRevisionId, item.EndedRevisionId, item.EndedAt) = (revision.Id, null, null);
        (item.PublishDue, item.ExpireDue) = (null, revision.ExpireAt);
        await PutManyAsync(db, [(item, revision)], [], at, ct);
        await AddressClaims.RenewAsync(db, ContentType.Find(item.Type)!, item, ct);
    }

    /// <summary>Takes the public revision away. The newest revision stays where it is in the workflow, unless it was the public one.</summary>
    public static async Task EndAsync(CmsDb db, ItemRecord item, DateTimeOffset at, CancellationToken ct)
    {
        item.State = Editorial.Next(item.State, EditorialAction.End, check: false) ?? throw new InvalidOperationException("It has ended already.");
        // A file cannot end in the second in which it began.
        at = WholeSeconds(at) > item.PublishedAt ? WholeSeconds(at) : item.PublishedAt!.Value.AddSeconds(1);
        (item.EndedRevisionId, item.EndedAt) = (item.LiveRevisionId, at);
        (item.LiveRevisionId, item.ExpireDue) = (null, null);
        await PutManyAsync(db, [], [item], at, ct);
    }

    /// <summary>Takes items in and out of what is public, in this order, several at once.</summary>
    internal static async Task PutManyAsync(
        CmsDb db, IReadOnlyList<(ItemRecord Item, RevisionRecord Revision)> published, IReadOnlyList<ItemRecord> withdrawn, DateTimeOffset at, CancellationToken ct)
    {
        var sequence = await NextAsync(db, published.Count + withdrawn.Count, ct);
        var ids = published.Select(pair => pair.Item.Id).ToList();
        var there = await db.PublicItems.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, ct);
        foreach (var (item, revision) in published)
        {
            var document = JsonSerializer.Serialize(revision.DocumentOf(item), ContentJson.Options);
            if (there.TryGetValue(item.Id, out var record)) (record.Document, record.Sequence) = (document, sequence);
            else db.PublicItems.Add(new PublicItem { Id = item.Id, Type = item.Type, Document = document, Sequence = sequence });
            db.PublicChanges.Add(new PublicChange { Sequence = sequence++, Subject = "item", Kind = ChangeKind.Upsert, ItemId = item.Id, At = at.ToUniversalTime() });
        }
        var gone = withdrawn.Select(item => item.Id).ToList();
        if (gone.Count > 0) await db.PublicItems.Where(item => gone.Contains(item.Id)).ExecuteDeleteAsync(ct);
        foreach (var id in gone)
            db.PublicChanges.Add(new PublicChange { Sequence = sequence++, Subject = "item", Kind = ChangeKind.Remove, ItemId = id, At = at.ToUniversalTime() });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Publishes files of the library, or their new descriptions.</summary>
    internal static async Task PutMediaAsync(CmsDb db, IReadOnlyList<MediaFile> files, DateTimeOffset at, CancellationToken ct)
    {
        var sequence = await NextAsync(db, files.Count, ct);
        var names = files.Select(file => file.Name).ToList();
        var there = await db.PublicMedia.Where(m => names.Contains(m.Name)).ToDictionaryAsync(m => m.Name, StringComparer.Ordinal, ct);
        foreach (var file in files)
        {
            var json = JsonSerializer.Serialize(file, ContentJson.Options);
            if (there.TryGetValue(file.Name, out var record)) (record.Hash, record.File) = (file.Hash, json);
            else db.PublicMedia.Add(new PublicMedia { Name = file.Name, Hash = file.Hash, File = json });
            db.PublicChanges.Add(new PublicChange { Sequence = sequence++, Subject = "media", Kind = ChangeKind.Upsert, MediaName = file.Name, At = at.ToUniversalTime() });
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Withdraws a file.</summary>
    internal static async Task RemoveMediaAsync(CmsDb db, string name, DateTimeOffset at, CancellationToken ct)
    {
        var sequence = await NextAsync(db, 1, ct);
        await db.PublicMedia.Where(m => m.Name == name).ExecuteDeleteAsync(ct);
        db.PublicChanges.Add(new PublicChange { Sequence = sequence, Subject = "media", Kind = ChangeKind.Remove, MediaName = name, At = at.ToUniversalTime() });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Puts settings in force.</summary>
    internal static async Task PutProgramAsync(CmsDb db, ProgramSettings settings, DateTimeOffset at, CancellationToken ct)
    {
        var sequence = await NextAsync(db, 1, ct);
        var json = JsonSerializer.Serialize(settings, ContentJson.Options);
        if (await db.PublicPrograms.SingleOrDefaultAsync(ct) is { } there) there.Settings = json;
        else db.PublicPrograms.Add(new PublicProgram { Settings = json });
        db.PublicChanges.Add(new PublicChange { Sequence = sequence, Subject = "program", Kind = ChangeKind.Upsert, At = at.ToUniversalTime() });
        await db.SaveChangesAsync(ct);
    }

    // The first of so many numbers. The counter's row stays locked until commit, so no later number can be seen before these;
    // listeners wake at commit.
    static async Task<long> NextAsync(CmsDb db, int count, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A change belongs to the transaction that makes it.");
        var last = await db.Database.SqlQuery<long>($"""UPDATE delivery.counter SET value = value + {count} RETURNING value AS "Value" """).ToListAsync(ct);
        if (count > 0) await db.Database.ExecuteSqlAsync($"SELECT pg_notify('delivery', '')", ct);
        return last[0] - count + 1;
    }

    static DateTimeOffset WholeSeconds(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
