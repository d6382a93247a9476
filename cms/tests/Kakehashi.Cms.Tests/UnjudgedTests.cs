using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Reasons;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Cms.Transfer;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests;

/// <summary>What comes in without a submission: an import is public at once, but the clock publishes only what was judged.</summary>
public sealed class UnjudgedTests(Cluster cluster) : IAsyncLifetime
{
    readonly Installation cms = new(cluster) { Empty = true };
    readonly string folder = Directory.CreateTempSubdirectory("kakehashi-folder-").FullName;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => cms.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await cms.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_import_goes_on_without_the_site_process_and_is_judged_when_it_is_back()
    {
        await cms.Preview.StopAsync();
        await ImportAsync(("now", null, "締切は2026/4/30です。"));
        var item = await ItemAsync("now");
        Assert.Equal(EditorialState.Published, item.State);
        Assert.NotNull(await cms.PublicAsync(item.Id));
        Assert.Equal(0, await cms.Get<JudgingWork>().RunDueAsync(Ct));
        await using var db = await cms.DbAsync();
        Assert.False(await db.RevisionChecks.AnyAsync(Ct));
    }

    [Fact]
    public async Task What_an_import_put_on_a_date_waits_until_it_was_judged()
    {
        cms.Preview.IsAway = true;
        await ImportAsync(("later", "2026-06-02T09:00:00", "本文です。"), ("open", "2026-06-02T09:00:00", "締切は2026/4/30です。"));
        var (later, open) = (await ItemAsync("later"), await ItemAsync("open"));
        cms.Clock.MoveTo("2026-06-02T09:00:00");
        await cms.Get<JudgingWork>().RunDueAsync(Ct);
        await cms.Get<Scheduler>().RunDueAsync(Ct);
        Assert.Null(await cms.PublicAsync(later.Id));
        Assert.Equal("アクセシビリティをまだ検査できていません。検査できるまで、予定の日時になっても公開しません。", await HeldBackAsync(later.Id));

        cms.Preview.IsAway = false;
        cms.Clock.MoveTo("2026-06-02T09:05:00");
        Assert.Equal(2, await cms.Get<JudgingWork>().RunDueAsync(Ct));
        await cms.Get<Scheduler>().RunDueAsync(Ct);
        Assert.Equal(JapaneseTime.Parse("2026-06-02T09:00:00"), (await cms.PublicAsync(later.Id))!.PublishAt);
        Assert.Null(await cms.PublicAsync(open.Id));
        Assert.StartsWith("直すか理由を書くところが残っているため、", await HeldBackAsync(open.Id), StringComparison.Ordinal);

        // Recalled and given its reason, it goes the way of everything else.
        Installation.Done(await cms.Desk.ActAsync(open.Id, 1, EditorialAction.Recall, null, cms.Editor, Ct));
        await using var db = await cms.DbAsync();
        var found = await db.RevisionFindings.SingleAsync(one => one.ItemId == open.Id, Ct);
        Installation.Done(await cms.Desk.GiveReasonsAsync(open.Id, 1, new Dictionary<string, string> { [found.Fingerprint] = "引用です。" }, cms.Editor, Ct));
        Assert.Equal(EditorialState.Published, (await cms.ApproveAsync(open.Id, 1)).State);
    }

    [Fact]
    public async Task An_end_comes_in_time_though_the_next_version_was_never_judged()
    {
        await ImportAsync(("ending", null, "本文です。"));
        var item = await ItemAsync("ending");
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Values("本文です。"), null, JapaneseTime.Parse("2026-06-03T00:00:00")), cms.Editor, Ct));
        await cms.ApproveAsync(item.Id, 2);
        cms.Preview.IsAway = true;
        await using (var db = await cms.DbAsync())
        {
            // As an older program left it: approved for a date, and never judged.
            await db.RevisionChecks.ExecuteDeleteAsync(Ct);
            await db.Items.Where(one => one.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.State, EditorialState.Approved).SetProperty(one => one.PublishDue, cms.Clock.GetUtcNow()), Ct);
        }
        cms.Clock.MoveTo("2026-06-03T00:00:00");
        await cms.Get<Scheduler>().RunDueAsync(Ct);
        Assert.Null(await cms.PublicAsync(item.Id));
    }

    [Fact]
    public async Task What_is_public_is_judged_again_by_other_rules_and_only_then()
    {
        await ImportAsync(("again", null, "締切は2026/4/30です。"));
        Assert.Equal(1, await cms.Get<JudgingWork>().RunDueAsync(Ct));
        Assert.Equal(0, await cms.Get<JudgingWork>().RunDueAsync(Ct));
        await using var db = await cms.DbAsync();
        var check = await db.RevisionChecks.Include(one => one.Findings).SingleAsync(Ct);
        Assert.Equal(("date-form", "body", 1, "2026/4/30"), Assert.Single(check.Findings.Select(found => (found.Rule, found.Field, found.Line, found.Excerpt))));
        // It stands in the list until somebody answers.
        var list = await cms.Get<ReasonQueries>().OpenAsync(1, Ct);
        var row = Assert.Single(list.Rows);
        Assert.Equal((1, 0, "説明会を開きます", "date-form", 1), (list.Total, list.Unjudged, row.Title, Assert.Single(row.Findings).Finding.Rule, row.Findings[0].Line));
        check.Rules = "of yesterday";
        await db.SaveChangesAsync(Ct);
        cms.Preview.IsLenient = true;
        Assert.Equal(1, await cms.Get<JudgingWork>().RunDueAsync(Ct));
        Assert.False(await db.RevisionFindings.AnyAsync(Ct));
    }

    async Task ImportAsync(params (string Slug, string? At, string Body)[] articles)
    {
        Write("program.yaml", Installation.Program);
        Write("sections/office.md", "---\ntitle: 事務局\ndepartment: 見本課\ntelephone: 028-000-0000\nemail: a@dx.example\nhours: 平日\npublishAt: 2026-05-01T09:00:00+09:00\n---\n");
        foreach (var (slug, at, body) in articles)
            Write($"articles/{slug}.md", $"---\ntitle: 説明会を開きます\nsummary: 要約です。\npublishAt: {at ?? "2026-05-01T09:00:00"}+09:00\nsection: office\ncategory: news\n---\n\n{body}\n");
        Assert.Empty((await cms.Get<Import>().RunAsync(folder, Ct)).Problems);
    }

    void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
        File.WriteAllText(Path.Combine(folder, path), text);
    }

    static System.Text.Json.Nodes.JsonObject Values(string body)
    {
        var values = Installation.Article();
        values["body"] = body;
        return values;
    }

    async Task<Store.ItemRecord> ItemAsync(string slug)
    {
        await using var db = await cms.DbAsync();
        return await db.Items.AsNoTracking().SingleAsync(item => item.Slug == slug, Ct);
    }

    async Task<string?> HeldBackAsync(Guid id) => await cms.Get<ItemQueries>().HeldBackAsync((await cms.Get<ItemQueries>().FindAsync(id, Ct))!, Ct);
}
