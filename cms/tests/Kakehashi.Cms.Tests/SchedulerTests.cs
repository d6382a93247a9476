using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests;

public sealed class SchedulerTests(Cluster cluster) : IAsyncLifetime
{
    readonly Installation cms = new(cluster);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    Scheduler Scheduler => cms.Get<Scheduler>();

    public ValueTask InitializeAsync() => cms.InitializeAsync();

    public ValueTask DisposeAsync() => cms.DisposeAsync();

    [Fact]
    public async Task An_approved_item_appears_and_ends_at_its_instants_in_japanese_time()
    {
        var item = await cms.CreateAsync("timed", publishAt: JapaneseTime.Parse("2026-06-02T00:00:00"), expireAt: JapaneseTime.Parse("2026-06-03T00:00:00"));
        Assert.Equal(EditorialState.Approved, (await cms.ApproveAsync(item.Id, 1)).State);
        cms.Clock.MoveTo("2026-06-01T23:59:59");
        Assert.Equal(0, await Scheduler.RunDueAsync(Ct));
        Assert.Null(await cms.PublicAsync(item.Id));
        cms.Clock.MoveTo("2026-06-02T00:00:00");
        Assert.Equal(1, await Scheduler.RunDueAsync(Ct));
        Assert.Equal(JapaneseTime.Parse("2026-06-02T00:00:00"), (await cms.PublicAsync(item.Id))!.PublishAt);
        cms.Clock.MoveTo("2026-06-02T23:59:59");
        Assert.Equal(0, await Scheduler.RunDueAsync(Ct));
        cms.Clock.MoveTo("2026-06-03T00:00:00");
        Assert.Equal(1, await Scheduler.RunDueAsync(Ct));
        Assert.Null(await cms.PublicAsync(item.Id));
        Assert.Equal(EditorialState.Ended, (await cms.Get<ItemQueries>().FindAsync(item.Id, Ct))!.Item.State);
    }

    [Fact]
    public async Task A_public_item_stays_as_it_is_until_the_scheduled_revision_replaces_it()
    {
        var item = await cms.PublishArticleAsync("replaced", "今の版");
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article("次の版"), JapaneseTime.Parse("2026-06-05T09:00:00"), null), cms.Editor, Ct));
        await cms.ApproveAsync(item.Id, 2);
        Assert.Equal("今の版", (string?)(await cms.PublicAsync(item.Id))!.Values["title"]);
        cms.Clock.MoveTo("2026-06-05T09:00:00");
        await Scheduler.RunDueAsync(Ct);
        var document = await cms.PublicAsync(item.Id);
        Assert.Equal(("次の版", JapaneseTime.Parse("2026-06-05T09:00:00")), ((string?)document!.Values["title"], document.UpdatedAt));
    }

    [Fact]
    public async Task What_was_to_appear_and_end_during_an_outage_is_never_public()
    {
        var item = await cms.CreateAsync("missed", publishAt: JapaneseTime.Parse("2026-06-02T00:00:00"), expireAt: JapaneseTime.Parse("2026-06-03T00:00:00"));
        await cms.ApproveAsync(item.Id, 1);
        cms.Clock.MoveTo("2026-06-10T00:00:00");
        Assert.Equal(1, await Scheduler.RunDueAsync(Ct));
        Assert.Null(await cms.PublicAsync(item.Id));
    }

    [Fact]
    public async Task Recalling_takes_the_reservation_back()
    {
        var item = await cms.CreateAsync("recalled", publishAt: JapaneseTime.Parse("2026-06-02T00:00:00"));
        await cms.ApproveAsync(item.Id, 1);
        Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Recall, null, cms.Editor, Ct));
        cms.Clock.MoveTo("2026-06-10T00:00:00");
        Assert.Equal(0, await Scheduler.RunDueAsync(Ct));
        Assert.Null(await cms.PublicAsync(item.Id));
    }

    [Fact]
    public async Task Several_schedulers_publish_each_item_once()
    {
        for (var i = 0; i < 20; i++)
        {
            var item = await cms.CreateAsync($"shared-{i}", publishAt: JapaneseTime.Parse("2026-06-02T00:00:00"));
            await cms.ApproveAsync(item.Id, 1);
        }
        cms.Clock.MoveTo("2026-06-02T00:00:00");
        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Scheduler.RunDueAsync(Ct), Ct)));
        Assert.Equal(20, done.Sum() + await Scheduler.RunDueAsync(Ct));
        await using var db = await cms.DbAsync();
        Assert.Equal(20, await db.Audit.CountAsync(entry => entry.Action == "item.publish", Ct));
    }
}
