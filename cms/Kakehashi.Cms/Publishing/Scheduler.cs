using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Publishing;

/// <summary>Publishes and ends what its time has come for. Several processes may run it: each item is taken by one of them.</summary>
public sealed class Scheduler(
    IDbContextFactory<CmsDb> databases, AuditTrail audit, Notifications notifications, TimeProvider time, ILogger<Scheduler> log)
    : DueWork(TimeSpan.FromSeconds(1), log)
{
    protected override async Task<bool> RunOneAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Items.FromSql($"""
            SELECT *, xmin FROM items WHERE publish_due <= {now} OR expire_due <= {now}
            ORDER BY LEAST(publish_due, expire_due), id LIMIT 1 FOR UPDATE SKIP LOCKED
            """).AsTracking().ToListAsync(ct);
        if (due is not [var item]) return false;
        // What both replaces and ends by now is first replaced or first ended, in the order of the two instants.
        var action = item.PublishDue is { } publish && publish <= now && !(item.ExpireDue < publish) ? EditorialAction.Publish : EditorialAction.End;
        var revision = await db.Revisions.SingleAsync(r => r.Id == (action == EditorialAction.Publish ? item.NewestRevisionId : item.LiveRevisionId), ct);
        var at = action == EditorialAction.Publish ? item.PublishDue!.Value : item.ExpireDue!.Value;
        if (action == EditorialAction.Publish) await Publisher.GoLiveAsync(db, item, revision, at, ct);
        else await Publisher.EndAsync(db, item, at, ct);
        // After an outage its end may have passed as well: then nobody sees it for a moment.
        if (item.ExpireDue <= now) await Publisher.EndAsync(db, item, item.ExpireDue.Value, ct);
        item.TouchedAt = now;
        await notifications.AddAsync(db, item, revision, action, "", Actor.System, now, ct);
        await db.SaveChangesAsync(ct);
        var detail = new JsonObject { ["revision"] = revision.Number, ["state"] = item.State.ToString() };
        await audit.AppendAsync(db, Actor.System, action == EditorialAction.Publish ? "item.publish" : "item.end", $"item:{item.Id}", detail, ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
