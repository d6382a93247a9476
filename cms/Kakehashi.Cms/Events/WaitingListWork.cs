using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Events;

/// <summary>Lets waiting lists move up when a new version of their event became public, however that came about: it may have more places.</summary>
public sealed class WaitingListWork(IDbContextFactory<CmsDb> databases, WaitingList waiting, ProgramStore programs, TimeProvider time, ILogger<WaitingListWork> log)
    : DueWork(TimeSpan.FromSeconds(10), log)
{
    // The public version by which a list last moved up.
    readonly Dictionary<Guid, Guid> seen = [];

    protected override async Task<bool> RunOneAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var lists = await db.Items.AsNoTracking().Where(item => item.LiveRevisionId != null && db.Participants.Any(one => one.EventId == item.Id && one.State == ParticipantState.Waiting))
            .OrderBy(item => item.Id).Select(item => new { item.Id, Live = item.LiveRevisionId!.Value }).ToListAsync(ct);
        foreach (var list in lists)
        {
            if (seen.GetValueOrDefault(list.Id) == list.Live) continue;
            try
            {
                await MoveUpAsync(list.Id, ct);
                seen[list.Id] = list.Live;
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                log.LogError(exception, "The waiting list of event {Id} could not move up; the others go on, this one is tried again.", list.Id);
            }
        }
        return false;
    }

    async Task MoveUpAsync(Guid id, CancellationToken ct)
    {
        var program = await programs.CurrentAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await waiting.MoveUpAsync(db, program, await WaitingList.LockAsync(db, id, ct), time.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
