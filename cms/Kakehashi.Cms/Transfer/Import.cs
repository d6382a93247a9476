using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Transfer;

/// <summary>What an import did, or why it did nothing.</summary>
/// <param name="Problems">Every mistake of the folder; where there is any, nothing was written.</param>
public sealed record ImportReport(IReadOnlyList<Problem> Problems, int Added = 0, int Changed = 0, int Unchanged = 0, int Media = 0, int Tests = 0);

/// <summary>Brings a folder's content into the CMS: published files become public, drafts become drafts. All of it in one transaction, or nothing.</summary>
/// <remarks>The same content again changes nothing. What the folder does not mention stays.</remarks>
public sealed class Import(IDbContextFactory<CmsDb> databases, MediaFiles files, ProgramStore programs, AuditTrail audit, TimeProvider time)
{
    /// <summary>Reads, checks and imports.</summary>
    /// <param name="folder">A programme's folder.</param>
    public async Task<ImportReport> RunAsync(string folder, CancellationToken ct)
    {
        var content = FolderContent.Read(folder);
        if (content.Problems.Count > 0) return new ImportReport(content.Problems);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in content.Media) hashes[entry.Name] = await files.KeepAsync(entry.Bytes, ct);

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Editing waits while everything is compared and written.
        await db.Database.ExecuteSqlAsync($"LOCK TABLE items, addresses, media, programs IN EXCLUSIVE MODE", ct);
        var before = await programs.PutAsync(db, content.ProgramText, content.Settings!, Actor.System, ct);
        var media = await PutMediaAsync(db, content.Media, hashes, ct);
        var shelf = await ItemShelf.LoadAsync(db, time.GetUtcNow(), ct);
        foreach (var file in content.Items) shelf.PutPublished(file.Type, file.Document);
        foreach (var file in content.Drafts) shelf.PutDraft(file.Type, file.Document, content.PublishedOf(file)?.Document.Slug);
        if (shelf.Problems.Count > 0) return new ImportReport(shelf.Problems);
        await db.SaveChangesAsync(ct);
        await Publisher.PutManyAsync(db, shelf.Public, shelf.Withdrawn, time.GetUtcNow(), ct);
        if (await PublicUses.OfTermsAsync(db, before, content.Settings!, ct) is { Count: > 0 } uses)
            return new ImportReport([.. uses.Select(use => new Problem("program.yaml", 0, use))]);
        var tests = await TestShelf.PutAsync(db, content.Tests, time.GetUtcNow(), ct);
        await PictureShelf.PutAsync(db, files, content.Pictures, ct);
        var evaluations = await EvaluationShelf.PutAsync(db, content.Evaluations, time.GetUtcNow(), ct);
        await audit.AppendAsync(db, Actor.System, "accessibility.import", [.. tests.Union(evaluations).Order().Select(year => ($"accessibility:{year}", (JsonObject?)null))], ct);
        await audit.AppendAsync(db, Actor.System, "item.import", [.. shelf.Touched.Select(item => ($"item:{item.Id}", (JsonObject?)null))], ct);
        await transaction.CommitAsync(ct);
        return new ImportReport([], shelf.Added, shelf.Changed, shelf.Unchanged, media, tests.Count);
    }

    async Task<int> PutMediaAsync(CmsDb db, List<MediaEntry> entries, Dictionary<string, string> hashes, CancellationToken ct)
    {
        var known = await db.Media.ToDictionaryAsync(m => m.Name, StringComparer.Ordinal, ct);
        var (now, changed) = (time.GetUtcNow(), new List<MediaRecord>());
        foreach (var entry in entries)
        {
            if (!known.TryGetValue(entry.Name, out var record))
            {
                record = new MediaRecord { Name = entry.Name, Hash = "", Bytes = 0, ContentType = "", AddedBy = Actor.System.Id, AddedAt = now };
                db.Media.Add(record);
            }
            var before = (record.ToMediaFile(), record.Decorative);
            (record.Hash, record.Bytes, record.ContentType, record.Width, record.Height) =
                (hashes[entry.Name], entry.Bytes.Length, entry.Kind.ContentType, entry.Kind.Width, entry.Kind.Height);
            MediaLibrary.Describe(record, new MediaText(entry.Said.Alt, entry.Said.Decorative, entry.Said.Title));
            if (before != (record.ToMediaFile(), record.Decorative)) changed.Add(record);
        }
        await db.SaveChangesAsync(ct);
        await Publisher.RefreshMediaAsync(db, [.. changed.Select(record => record.ToMediaFile())], now, ct);
        return changed.Count;
    }
}
