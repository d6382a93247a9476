using Kakehashi.Cms.Delivery;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content.Delivery;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests;

public sealed class ChangeFeedTests(Installation cms) : IClassFixture<Installation>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_misses_nothing_while_sixty_transactions_publish_and_some_roll_back()
    {
        var items = new List<ItemRecord>();
        for (var i = 0; i < 60; i++) items.Add(await cms.CreateAsync($"feed-{i}"));
        foreach (var item in items) Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, cms.Editor, Ct));
        var start = (await cms.Get<DeliveryReader>().ChangesAsync(long.MaxValue, Ct)).Sequence;

        using var finished = new CancellationTokenSource();
        var following = Task.Run(() => FollowAsync(start, finished.Token), Ct);
        await Parallel.ForEachAsync(Enumerable.Range(0, 90), new ParallelOptions { MaxDegreeOfParallelism = 30, CancellationToken = Ct }, async (i, ct) =>
        {
            if (i % 3 == 2) await RollBackAsync(items[i % 60], ct);
            else Installation.Done(await cms.Desk.ActAsync(items[i / 3 * 2 + i % 3].Id, 1, EditorialAction.Approve, null, cms.Approver, ct));
        });
        await finished.CancelAsync();
        var seen = await following;
        Assert.Equal(Enumerable.Range(1, 60).Select(offset => start + offset), seen.Select(change => change.Sequence));
        Assert.Equal(items.Select(item => item.Id).ToHashSet(), seen.Select(change => change.Id!.Value).ToHashSet());
    }

    // Takes a number and gives it up again, as a publication that fails does.
    async Task RollBackAsync(ItemRecord item, CancellationToken ct)
    {
        await using var db = await cms.Get<IDbContextFactory<CmsDb>>().CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var revision = await db.Revisions.AsNoTracking().SingleAsync(r => r.ItemId == item.Id, ct);
        await Publisher.PutManyAsync(db, [(item, revision)], [], cms.Clock.GetUtcNow(), ct);
        await transaction.RollbackAsync(ct);
    }

    async Task<List<DeliveryChange>> FollowAsync(long since, CancellationToken finished)
    {
        var seen = new List<DeliveryChange>();
        while (true)
        {
            var last = finished.IsCancellationRequested;
            var answer = await cms.Get<DeliveryReader>().ChangesAsync(since, Ct);
            seen.AddRange(answer.Changes);
            since = answer.Sequence;
            if (last && answer.Changes.Count == 0) return seen;
        }
    }

    [Fact]
    public async Task The_delivery_connection_can_neither_write_nor_see_more_than_its_schema()
    {
        await using var db = await cms.Get<IDbContextFactory<DeliveryDb>>().CreateDbContextAsync(Ct);
        Assert.All(db.Model.GetEntityTypes(), entity => Assert.Equal("delivery", entity.GetSchema()));
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlAsync($"DELETE FROM delivery.items", Ct));
        Assert.Equal("25006", refused.SqlState);
    }
}
