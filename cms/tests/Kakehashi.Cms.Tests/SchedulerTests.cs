using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Cms.Today;
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
        await using var db = await cms.DbAsync();
        Assert.Equal(["item.publish", "item.end"], await db.Audit.Where(entry => entry.Subject == $"item:{item.Id}" && entry.ActorId == Guid.Empty)
            .OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync(Ct));
        var mail = Assert.Single(await db.Outbox.Where(mail => mail.Recipient == "hana@office.example" && mail.Subject.StartsWith("【公開終了】")).ToListAsync(Ct));
        Assert.Contains("架け橋から「公開終了」", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_cannot_be_published_does_not_keep_the_others_waiting_and_is_tried_again()
    {
        var (bad, good) = (await cms.CreateAsync("bad", publishAt: JapaneseTime.Parse("2026-06-02T00:00:00")), await cms.CreateAsync("good", publishAt: JapaneseTime.Parse("2026-06-02T00:00:01")));
        foreach (var item in new[] { bad, good }) await cms.ApproveAsync(item.Id, 1);
        await using var db = await cms.DbAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE addresses SET item_id = {good.Id} WHERE address = '/articles/bad/'", Ct);
        cms.Clock.MoveTo("2026-06-02T00:01:01");
        await Scheduler.RunDueAsync(Ct);
        Assert.NotNull(await cms.PublicAsync(good.Id));
        Assert.Null(await cms.PublicAsync(bad.Id));
        var today = await cms.Get<TodayQueries>().ForAsync(cms.Editor, Ct);
        Assert.True(today.IsOverdue(Assert.Single(today.Scheduled).At));

        await db.Database.ExecuteSqlAsync($"DELETE FROM addresses WHERE address = '/articles/bad/'", Ct);
        Assert.Equal(0, await Scheduler.RunDueAsync(Ct));
        cms.Clock.Advance(Scheduler.RetryAfter);
        Assert.Equal(1, await Scheduler.RunDueAsync(Ct));
        Assert.NotNull(await cms.PublicAsync(bad.Id));
    }

    [Fact]
    public async Task Today_tells_an_end_that_comes_before_a_reserved_revision()
    {
        var item = await cms.PublishArticleAsync("ends-first", expireAt: JapaneseTime.Parse("2026-06-03T00:00:00"));
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article("次の版"), JapaneseTime.Parse("2026-06-09T00:00:00"), null), cms.Editor, Ct));
        await cms.ApproveAsync(item.Id, 2);
        var today = await cms.Get<TodayQueries>().ForAsync(cms.Editor, Ct);
        Assert.Equal([(JapaneseTime.Parse("2026-06-03T00:00:00"), true), (JapaneseTime.Parse("2026-06-09T00:00:00"), false)],
            today.Scheduled.Select(step => ((DateTimeOffset?)step.At, step.Ends)));
        Assert.All(today.Scheduled, step => Assert.False(today.IsOverdue(step.At)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_scheduled_can_be_returned_by_whoever_may_return(bool approver)
    {
        var item = await cms.CreateAsync("called-off", publishAt: JapaneseTime.Parse("2026-06-02T00:00:00"));
        await cms.ApproveAsync(item.Id, 1);
        var returned = Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Return, "日程が変わりました。", approver ? cms.Approver : cms.Secretariat, Ct));
        Assert.Equal((EditorialState.Returned, null), (returned.State, returned.PublishDue));
        cms.Clock.MoveTo("2026-06-10T00:00:00");
        Assert.Equal(0, await Scheduler.RunDueAsync(Ct));
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
