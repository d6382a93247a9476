using System.Data;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Auditing;

/// <summary>Writes and checks the audit log.</summary>
public sealed class AuditTrail(TimeProvider time)
{
    /// <summary>Appends one row in the caller's transaction. Holds the chain's end until that transaction ends, so call it last.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public Task AppendAsync(CmsDb db, Actor actor, string action, string subject, JsonObject? detail, CancellationToken ct) =>
        AppendAsync(db, actor, action, [(subject, detail)], ct);

    /// <summary>The same for several subjects of one action, in the order given.</summary>
    /// <inheritdoc cref="AppendAsync(CmsDb, Actor, string, string, JsonObject?, CancellationToken)"/>
    public async Task AppendAsync(CmsDb db, Actor actor, string action, IReadOnlyList<(string Subject, JsonObject? Detail)> events, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Audit rows belong to the transaction they describe.");
        var now = time.GetUtcNow();
        var at = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        var head = await db.Set<AuditHead>().FromSql($"SELECT * FROM audit_head FOR UPDATE").AsNoTracking().SingleAsync(ct);
        foreach (var (subject, detail) in events)
        {
            var text = (detail ?? []).ToJsonString(ContentJson.Options);
            var hash = AuditEntry.HashOf(head.Sequence + 1, at, actor.Id, action, subject, text, head.Hash);
            db.Audit.Add(new AuditEntry
            {
                Sequence = head.Sequence + 1,
                At = at,
                ActorId = actor.Id,
                Action = action,
                Subject = subject,
                Detail = text,
                PreviousHash = head.Hash,
                Hash = hash,
            });
            (head.Sequence, head.Hash) = (head.Sequence + 1, hash);
        }
        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlAsync($"UPDATE audit_head SET sequence = {head.Sequence}, hash = {head.Hash}", ct);
    }

    /// <summary>Follows the chain from its beginning.</summary>
    /// <returns>Sequence of the first row that was changed, is missing or is not chained; null when the chain is whole.</returns>
    public static async Task<long?> VerifyAsync(CmsDb db, CancellationToken ct)
    {
        // Rows and head are read as they were at one moment, whatever is appended meanwhile.
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var (expected, previous) = (1L, AuditHead.Beginning);
        await foreach (var entry in db.Audit.AsNoTracking().OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.Sequence != expected || entry.PreviousHash != previous || entry.Hash != entry.ComputeHash()) return expected;
            (expected, previous) = (expected + 1, entry.Hash);
        }
        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync(ct);
        return head.Sequence == expected - 1 && head.Hash == previous ? null : expected;
    }
}
