using System.Text.Json.Nodes;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Events;

/// <summary>Tells visitors how many places an event has left. Many applications in one moment are one change, and no application waits for a publication.</summary>
public sealed class PublicPlaces(IDbContextFactory<CmsDb> databases, TimeProvider time, ILogger<PublicPlaces> log) : DueWork(TimeSpan.FromSeconds(2), log)
{
    protected override async Task<bool> RunOneAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if ((await StaleAsync(db, ct)).Count == 0) return false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Publisher.LockAsync(db, ct);
        await Publisher.PutPlacesAsync(db, await StaleAsync(db, ct), time.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        return false;
    }

    // Public events of which something else is told than what is true now.
    static async Task<Dictionary<Guid, int?>> StaleAsync(CmsDb db, CancellationToken ct)
    {
        var counts = await db.Participants.GroupBy(place => place.EventId).Select(places => new
        {
            Event = places.Key,
            Confirmed = places.Count(place => place.State == ParticipantState.Confirmed),
            Waits = places.Any(place => place.State == ParticipantState.Waiting),
        }).ToDictionaryAsync(count => count.Event, ct);
        var ids = counts.Keys.ToList();
        var stale = new Dictionary<Guid, int?>();
        foreach (var item in await db.PublicItems.AsNoTracking().Where(item => ids.Contains(item.Id)).ToListAsync(ct))
        {
            var (told, count) = (item.Read(), counts[item.Id]);
            int? left = told.Values["capacity"] is JsonValue number && number.TryGetValue<int>(out var capacity) ? count.Waits ? 0 : Math.Max(0, capacity - count.Confirmed) : null;
            if (told.PlacesLeft != left) stale[item.Id] = left;
        }
        return stale;
    }
}
