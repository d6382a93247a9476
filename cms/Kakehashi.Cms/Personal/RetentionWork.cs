using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Forms;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Personal;

/// <summary>Runs the retention and tidies the inbox once an hour; of several processes, one.</summary>
public sealed class RetentionWork(IDbContextFactory<CmsDb> databases, Retention retention, InboxDirectory inbox, TimeProvider time, ILogger<RetentionWork> log)
    : DueWork(TimeSpan.FromMinutes(1), log)
{
    static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    DateTimeOffset next;

    protected override async Task<bool> RunOneAsync(CancellationToken ct)
    {
        if (time.GetUtcNow() < next) return false;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var locked = await db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock(hashtextextended('retention', 0)) AS "Value" """).ToListAsync(ct);
        next = time.GetUtcNow() + Interval;
        if (!locked[0]) return false;
        await retention.RunAsync(ct);
        var now = time.GetUtcNow();
        var stuck = await db.StuckEnvelopes.Select(envelope => envelope.Name).ToListAsync(ct);
        inbox.Sweep(now, await db.Tickets.Where(ticket => ticket.UsedAt == null && ticket.ExpiresAt >= now).Select(ticket => ticket.Id).ToHashSetAsync(ct));
        // In this order, because a file moves from the one to the other.
        var there = inbox.Names(Inbox.New).Concat(inbox.Names(Inbox.Broken)).ToHashSet(StringComparer.Ordinal);
        stuck.RemoveAll(there.Contains);
        await db.StuckEnvelopes.Where(envelope => stuck.Contains(envelope.Name)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return false;
    }
}
