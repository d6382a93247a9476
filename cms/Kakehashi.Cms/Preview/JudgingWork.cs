using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Preview;

/// <summary>Judges what nobody submitted: what an import made public or put on a date, and what is public by rules that have changed since.</summary>
public sealed class JudgingWork(IDbContextFactory<CmsDb> databases, IServiceScopeFactory scopes, TimeProvider time, ILogger<JudgingWork> log)
    : DueWork(TimeSpan.FromSeconds(5), log)
{
    /// <summary>How long one that could not be judged lets others go first.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    DateTimeOffset rest = DateTimeOffset.MinValue;

    protected override async Task<bool> RunOneAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (now < rest) return false;
        await using var db = await databases.CreateDbContextAsync(ct);
        var next = await db.Revisions.FromSql($"""
            SELECT r.* FROM items i JOIN revisions r ON r.id = i.live_revision_id OR r.id = i.newest_revision_id AND i.publish_due IS NOT NULL
            LEFT JOIN revision_checks c ON c.item_id = r.item_id AND c.revision_number = r.number
            WHERE i.type <> ALL ({RevisionChecks.WithoutPage}) AND (c.item_id IS NULL OR c.rules <> {RevisionChecks.Rules} AND r.id = i.live_revision_id)
            ORDER BY i.publish_due NULLS LAST, r.id LIMIT 1
            """).AsNoTracking().FirstOrDefaultAsync(ct);
        if (next is null) return false;
        await using var scope = scopes.CreateAsyncScope();
        var page = await scope.ServiceProvider.GetRequiredService<AccessibilityCheck>().OfAsync(next.ItemId, next.Number, ct);
        if (page is not { Reached: true })
        {
            rest = now + RetryAfter;
            return false;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.LockItemAsync(next.ItemId, ct) is null) return true;
        await RevisionChecks.KeepAsync(db, next.ItemId, next.Number, page, now, ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
