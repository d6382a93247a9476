using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Publishing;

/// <summary>Publishes and ends what its time has come for. Several processes may run it: each item is taken by one of them.</summary>
public sealed class Scheduler(
    IDbContextFactory<CmsDb> databases, AuditTrail audit, Notifications notifications, TimeProvider time, ILogger<Scheduler> log)
    : DueWork(TimeSpan.FromSeconds(1), log)
{
    /// <summary>How long an item that could not be published or ended lets others go first.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<Guid, DateTimeOffset> waiting = new();

    protected override async Task<bool> RunOneAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var held = waiting.Where(pair => pair.Value > now).Select(pair => pair.Key).ToArray();
        var due = await db.Items.FromSql($"""
            SELECT *, xmin FROM items WHERE (publish_due <= {now} OR expire_due <= {now}) AND id <> ALL ({held})
            ORDER BY LEAST(publish_due, expire_due), id LIMIT 1 FOR UPDATE SKIP LOCKED
            """).AsTracking().ToListAsync(ct);
        if (due is not [var item]) return false;
        try
        {
            if (await TakeStepsAsync(db, item, now, ct)) waiting.TryRemove(item.Id, out _);
            else waiting[item.Id] = now + RetryAfter;
            await transaction.CommitAsync(ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            waiting[item.Id] = now + RetryAfter;
            log.LogError(exception, "Item {Id} is due and failed; the others go on, this one is tried again.", item.Id);
        }
        return true;
    }

    // What nobody could judge yet waits, and so does what an import brought with open findings; ends never wait.
    // After an outage an end may have passed as well: both happen in one transaction, and nobody sees it for a moment.
    async Task<bool> TakeStepsAsync(CmsDb db, ItemRecord item, DateTimeOffset now, CancellationToken ct)
    {
        List<(string Subject, string Action, JsonObject Detail)> steps = [];
        var isFree = item.PublishDue is null || await IsFreeAsync(db, item, ct);
        while (isFree && item.PublishDue <= now || item.ExpireDue <= now)
        {
            // What both replaces and ends by now is first replaced or first ended, in the order of the two instants.
            var action = isFree && item.PublishDue <= now && !(item.ExpireDue < item.PublishDue) ? EditorialAction.Publish : EditorialAction.End;
            var id = action == EditorialAction.Publish ? item.NewestRevisionId : item.LiveRevisionId;
            var revision = await db.Revisions.SingleAsync(r => r.Id == id, ct);
            if (action == EditorialAction.Publish) await Publisher.GoLiveAsync(db, item, revision, item.PublishDue!.Value, ct);
            else await Publisher.EndAsync(db, item, item.ExpireDue!.Value, ct);
            await notifications.AddAsync(db, item, revision, action, "", Actor.System, now, ct);
            steps.Add(($"item:{item.Id}", action == EditorialAction.Publish ? "item.publish" : "item.end",
                new JsonObject { ["revision"] = revision.Number, ["state"] = item.State.ToString() }));
        }
        if (steps.Count == 0) return false;
        item.TouchedAt = now;
        await db.SaveChangesAsync(ct);
        foreach (var (subject, action, detail) in steps) await audit.AppendAsync(db, Actor.System, action, subject, detail, ct);
        return true;
    }

    static async Task<bool> IsFreeAsync(CmsDb db, ItemRecord item, CancellationToken ct)
    {
        var number = await db.Revisions.Where(revision => revision.Id == item.NewestRevisionId).Select(revision => revision.Number).SingleAsync(ct);
        return await RevisionChecks.RefusalAsync(db, item, number, ct) is null;
    }
}
