using System.Data;
using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Delivery;

/// <summary>Reads what is public. Every answer is one snapshot of the database.</summary>
public sealed class DeliveryReader(IDbContextFactory<DeliveryDb> databases)
{
    /// <summary>Items on one page.</summary>
    public const int PageSize = 200;

    /// <summary>Changes in one answer.</summary>
    public const int MaxChanges = 500;

    /// <summary>Settings, media, accessibility tests and self-evaluations; null before the first settings were saved.</summary>
    public async Task<DeliveryProgram?> ProgramAsync(CancellationToken ct)
    {
        await using var snapshot = await SnapshotAsync(ct);
        var db = snapshot.Db;
        if (await db.Programs.SingleOrDefaultAsync(ct) is not { } program) return null;
        var media = await db.Media.Select(m => m.File).ToListAsync(ct);
        var tests = await db.Tests.OrderBy(test => test.FiscalYear).Select(test => new AccessibilityTest(test.FiscalYear, test.Document)).ToListAsync(ct);
        var evaluations = await db.Evaluations.OrderBy(one => one.FiscalYear).Select(one => new EvaluationDocument(one.FiscalYear, one.Document)).ToListAsync(ct);
        return new DeliveryProgram(
            Read<ProgramSettings>(program.Settings), [.. media.Select(Read<MediaFile>).OrderBy(file => file.Name, StringComparer.Ordinal)], tests, evaluations, await SequenceAsync(db, ct));
    }

    /// <summary>A page of items, of one type or of all.</summary>
    /// <param name="after">Last id of the page before; null = from the start.</param>
    public async Task<DeliveryPage> PageAsync(ContentType? type, Guid? after, CancellationToken ct)
    {
        await using var snapshot = await SnapshotAsync(ct);
        var items = snapshot.Db.Items.AsQueryable();
        if (type is not null) items = items.Where(item => item.Type == type.Name);
        if (after is { } last) items = items.Where(item => item.Id > last);
        var page = await items.OrderBy(item => item.Id).Take(PageSize + 1).ToListAsync(ct);
        var next = page.Count > PageSize ? page[PageSize - 1].Id.ToString("n") : null;
        return new DeliveryPage([.. page.Take(PageSize).Select(item => new DeliveryItem(item.Id, Read<ItemDocument>(item.Document)))], next, await SequenceAsync(snapshot.Db, ct));
    }

    /// <summary>One item; null unless it is public.</summary>
    public async Task<DeliveryItem?> ItemAsync(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Items.SingleOrDefaultAsync(item => item.Id == id, ct) is { } item ? new DeliveryItem(item.Id, Read<ItemDocument>(item.Document)) : null;
    }

    /// <summary>A file of exactly these bytes; null unless it is public.</summary>
    public async Task<MediaFile?> MediaAsync(string name, string hash, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Media.SingleOrDefaultAsync(m => m.Name == name && m.Hash == hash, ct) is { } media ? Read<MediaFile>(media.File) : null;
    }

    /// <summary>Changes after a number. An upsert carries what is public now: a thing withdrawn since is told as removed.</summary>
    public async Task<DeliveryChanges> ChangesAsync(long since, CancellationToken ct)
    {
        await using var snapshot = await SnapshotAsync(ct);
        var db = snapshot.Db;
        var changes = await db.Changes.Where(change => change.Sequence > since).OrderBy(change => change.Sequence).Take(MaxChanges).ToListAsync(ct);
        if (changes.Count == 0) return new DeliveryChanges([], Math.Min(since, await SequenceAsync(db, ct)));
        var ids = changes.Where(change => change.ItemId is not null).Select(change => change.ItemId!.Value).Distinct().ToList();
        var names = changes.Where(change => change.MediaName is not null).Select(change => change.MediaName!).Distinct().ToList();
        var items = await db.Items.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => Read<ItemDocument>(item.Document), ct);
        var media = await db.Media.Where(m => names.Contains(m.Name)).ToDictionaryAsync(m => m.Name, m => Read<MediaFile>(m.File), ct);
        return new DeliveryChanges([.. changes.Select(change => Tell(change, items, media))], changes[^1].Sequence);
    }

    static DeliveryChange Tell(PublicChange change, Dictionary<Guid, ItemDocument> items, Dictionary<string, MediaFile> media) => change switch
    {
        { ItemId: { } id, Kind: ChangeKind.Upsert } when items.TryGetValue(id, out var item) => new(change.Sequence, change.Subject, ChangeKind.Upsert, Id: id, Item: item),
        { ItemId: { } id } => new(change.Sequence, change.Subject, ChangeKind.Remove, Id: id),
        { MediaName: { } name, Kind: ChangeKind.Upsert } when media.TryGetValue(name, out var file) => new(change.Sequence, change.Subject, ChangeKind.Upsert, Media: file, Name: name),
        { MediaName: { } name } => new(change.Sequence, change.Subject, ChangeKind.Remove, Name: name),
        _ => new(change.Sequence, change.Subject, change.Kind),
    };

    static Task<long> SequenceAsync(DeliveryDb db, CancellationToken ct) => db.Counters.Select(counter => counter.Value).SingleAsync(ct);

    static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ContentJson.Options)!;

    async Task<Snapshot> SnapshotAsync(CancellationToken ct)
    {
        var db = await databases.CreateDbContextAsync(ct);
        await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        return new Snapshot(db);
    }

    // Disposing the context ends the transaction.
    sealed record Snapshot(DeliveryDb Db) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Db.DisposeAsync();
    }
}
