using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Editing;

/// <summary>Keeps what somebody is typing; a successful save drops it.</summary>
public sealed class Autosaves(IDbContextFactory<CmsDb> databases, TimeProvider time)
{
    /// <summary>Longest form kept, in UTF-16 units.</summary>
    public const int MaxLength = 400_000;

    public static string SubjectOf(Guid itemId) => itemId.ToString();

    /// <param name="key">Id that the item will have.</param>
    public static string NewSubject(ContentType type, Guid key) => $"new:{type.Name}:{key}";

    /// <summary>Keeps the form in place of what was kept before; a longer form than <see cref="MaxLength"/> is not kept.</summary>
    /// <returns>Whether it was kept.</returns>
    public async Task<bool> KeepAsync(string subject, int baseRevision, string form, Actor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await KeepAsync(db, subject, baseRevision, form, actor, ct);
    }

    async Task<bool> KeepAsync(CmsDb db, string subject, int baseRevision, string form, Actor actor, CancellationToken ct)
    {
        if (form.Length > MaxLength) return false;
        var now = time.GetUtcNow();
        form = form.Replace("\0", "", StringComparison.Ordinal);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO autosaves (account_id, subject, base_revision, form, at) VALUES ({actor.Id}, {subject}, {baseRevision}, {form}, {now})
            ON CONFLICT (account_id, subject) DO UPDATE SET base_revision = {baseRevision}, form = {form}, at = {now}
            """, ct);
        return true;
    }

    /// <summary>Keeps what a screen sends by itself, unless this person has saved since that screen was opened: then it was under way during the save.</summary>
    /// <returns>Whether it was kept; null where it came too late.</returns>
    public async Task<bool?> KeepTypingAsync(EditAddress address, int baseRevision, string form, Actor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // A save that is being written is waited for.
        await db.Database.ExecuteSqlAsync($"SELECT id FROM items WHERE id = {address.Key} FOR SHARE", ct);
        var saved = await db.Items.Where(item => item.Id == address.Key)
            .Join(db.Revisions, item => item.NewestRevisionId, newest => newest.Id, (_, newest) => new { newest.Number, newest.AuthorId }).SingleOrDefaultAsync(ct);
        if (saved is not null && saved.Number > baseRevision && saved.AuthorId == actor.Id) return null;
        var kept = await KeepAsync(db, address.Subject, baseRevision, form, actor, ct);
        await transaction.CommitAsync(ct);
        return kept;
    }

    /// <summary>What this person left unsaved there, or null.</summary>
    public async Task<Autosave?> FindAsync(string subject, Actor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Autosaves.AsNoTracking().SingleOrDefaultAsync(a => a.AccountId == actor.Id && a.Subject == subject, ct);
    }

    /// <summary>Names of others who typed there since then, without order.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(string subject, Actor actor, DateTimeOffset since, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Autosaves.Where(a => a.Subject == subject && a.AccountId != actor.Id && a.At >= since)
            .Join(db.Users, a => a.AccountId, account => account.Id, (_, account) => account.DisplayName).ToListAsync(ct);
    }

    /// <summary>Forgets it.</summary>
    public async Task DropAsync(string subject, Actor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Autosaves.Where(a => a.AccountId == actor.Id && a.Subject == subject).ExecuteDeleteAsync(ct);
    }
}
