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
    /// <exception cref="InvalidOperationException">It is not approved, another item holds its address, or a file that it uses is gone.</exception>
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
        if (await AddressClaims.RenewAsync(db, ContentType.Find(item.Type)!, item, ct) is { } taken) throw new InvalidOperationException(taken.Message);
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

    /// <summary>Takes items in and out of what is public, several at once: first the files that they need, last the files that nothing needs any more.</summary>
    internal static async Task PutManyAsync(
        CmsDb db, IReadOnlyList<(ItemRecord Item, RevisionRecord Revision)> published, IReadOnlyList<ItemRecord> withdrawn, DateTimeOffset at, CancellationToken ct)
    {
        await LockAsync(db, ct);
        var ids = published.Select(pair => pair.Item.Id).Concat(withdrawn.Select(item => item.Id)).ToList();
        var there = await db.PublicItems.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, ct);
        var documents = published.Select(pair => (pair.Item.Id, Document: pair.Revision.DocumentOf(pair.Item))).ToList();
        var (added, dropped) = await PublicLibrary.CompareAsync(db, there.Values, documents.Select(pair => pair.Document), ct);

        var sequence = await NextAsync(db, added.Count + published.Count + withdrawn.Count + dropped.Count, ct);
        db.PublicMedia.AddRange(added);
        foreach (var file in added) db.PublicChanges.Add(OfMedia(sequence++, ChangeKind.Upsert, file.Name, at));
        foreach (var (id, document) in documents)
        {
            if (there.TryGetValue(id, out var record)) (record.Document, record.Sequence) = (JsonOf(document with { PlacesLeft = record.Read().PlacesLeft }), sequence);
            else db.PublicItems.Add(new PublicItem { Id = id, Type = document.Type, Document = JsonOf(document), Sequence = sequence });
            db.PublicChanges.Add(OfItem(sequence++, ChangeKind.Upsert, id, at));
        }
        foreach (var item in withdrawn)
        {
            if (there.TryGetValue(item.Id, out var record)) db.PublicItems.Remove(record);
            db.PublicChanges.Add(OfItem(sequence++, ChangeKind.Remove, item.Id, at));
        }
        db.PublicMedia.RemoveRange(dropped);
        foreach (var file in dropped) db.PublicChanges.Add(OfMedia(sequence++, ChangeKind.Remove, file.Name, at));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Tells how many places public events have left; nothing else about them changes. The caller holds the change feed.</summary>
    /// <param name="left">By item; see <see cref="ItemDocument.PlacesLeft"/>.</param>
    internal static async Task PutPlacesAsync(CmsDb db, IReadOnlyDictionary<Guid, int?> left, DateTimeOffset at, CancellationToken ct)
    {
        var ids = left.Keys.ToList();
        var events = await db.PublicItems.Where(item => ids.Contains(item.Id)).OrderBy(item => item.Id).ToListAsync(ct);
        var sequence = await NextAsync(db, events.Count, ct);
        foreach (var record in events)
        {
            (record.Document, record.Sequence) = (JsonOf(record.Read() with { PlacesLeft = left[record.Id] }), sequence);
            db.PublicChanges.Add(OfItem(sequence++, ChangeKind.Upsert, record.Id, at));
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Tells what changed about files of the library, as far as they are public.</summary>
    internal static async Task RefreshMediaAsync(CmsDb db, IReadOnlyList<MediaFile> files, DateTimeOffset at, CancellationToken ct)
    {
        await LockAsync(db, ct);
        var names = files.Select(file => file.Name).ToList();
        var there = await db.PublicMedia.Where(m => names.Contains(m.Name)).ToDictionaryAsync(m => m.Name, StringComparer.Ordinal, ct);
        var sequence = await NextAsync(db, there.Count, ct);
        foreach (var file in files)
        {
            if (!there.TryGetValue(file.Name, out var record)) continue;
            (record.Hash, record.File) = (file.Hash, PublicLibrary.JsonOf(file));
            db.PublicChanges.Add(OfMedia(sequence++, ChangeKind.Upsert, file.Name, at));
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Makes a fiscal year's accessibility test public in place of what was. Readers learn of it as of settings.</summary>
    internal static async Task PutTestAsync(CmsDb db, AccessibilityTest test, DateTimeOffset at, CancellationToken ct)
    {
        var sequence = await NextAsync(db, 1, ct);
        if (await db.PublicTests.SingleOrDefaultAsync(t => t.FiscalYear == test.FiscalYear, ct) is { } there) there.Document = test.Document;
        else db.PublicTests.Add(new PublicTest { FiscalYear = test.FiscalYear, Document = test.Document });
        db.PublicChanges.Add(OfProgram(sequence, at));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The same of a fiscal year's 取組確認・評価表.</summary>
    internal static async Task PutEvaluationAsync(CmsDb db, EvaluationDocument evaluation, DateTimeOffset at, CancellationToken ct)
    {
        var sequence = await NextAsync(db, 1, ct);
        if (await db.PublicEvaluations.SingleOrDefaultAsync(e => e.FiscalYear == evaluation.FiscalYear, ct) is { } there) there.Document = evaluation.Document;
        else db.PublicEvaluations.Add(new PublicEvaluation { FiscalYear = evaluation.FiscalYear, Document = evaluation.Document });
        db.PublicChanges.Add(OfProgram(sequence, at));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Puts settings in force.</summary>
    internal static async Task PutProgramAsync(CmsDb db, ProgramSettings settings, DateTimeOffset at, CancellationToken ct)
    {
        var sequence = await NextAsync(db, 1, ct);
        var json = JsonSerializer.Serialize(settings, ContentJson.Options);
        if (await db.PublicPrograms.SingleOrDefaultAsync(ct) is { } there) there.Settings = json;
        else db.PublicPrograms.Add(new PublicProgram { Settings = json });
        db.PublicChanges.Add(OfProgram(sequence, at));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Makes other publications wait until the caller's transaction ends, so that what is public stays as it was read.</summary>
    internal static Task LockAsync(CmsDb db, CancellationToken ct) => NextAsync(db, 0, ct);

    static string JsonOf(ItemDocument document) => JsonSerializer.Serialize(document, ContentJson.Options);

    static PublicChange OfProgram(long sequence, DateTimeOffset at) =>
        new() { Sequence = sequence, Subject = "program", Kind = ChangeKind.Upsert, At = at.ToUniversalTime() };

    static PublicChange OfItem(long sequence, ChangeKind kind, Guid id, DateTimeOffset at) =>
        new() { Sequence = sequence, Subject = "item", Kind = kind, ItemId = id, At = at.ToUniversalTime() };

    static PublicChange OfMedia(long sequence, ChangeKind kind, string name, DateTimeOffset at) =>
        new() { Sequence = sequence, Subject = "media", Kind = kind, MediaName = name, At = at.ToUniversalTime() };

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
