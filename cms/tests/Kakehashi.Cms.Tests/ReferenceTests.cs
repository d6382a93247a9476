using System.Text.Json.Nodes;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests;

/// <summary>What is public never points to what is not.</summary>
public sealed class ReferenceTests(Installation cms) : IClassFixture<Installation>
{
    static readonly ContentType Section = ContentType.Of<Section>();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static JsonObject Office(string title) => new()
    {
        ["title"] = title, ["department"] = "見本課", ["telephone"] = "028-000-0000", ["email"] = "office@dx.example", ["hours"] = "平日",
    };

    static JsonObject Of(string section, string title = "説明会を開きます")
    {
        var values = Installation.Article(title);
        values["section"] = section;
        return values;
    }

    Task<Outcome> SubmitAsync(ItemRecord item) => cms.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, cms.Editor, Ct);

    [Fact]
    public async Task A_draft_is_nothing_to_point_to()
    {
        await cms.CreateAsync("unborn", Office("準備室"), Section);
        var invalid = Assert.IsType<Outcome.Invalid>(await SubmitAsync(await cms.CreateAsync("points-to-draft", Of("unborn"))));
        var problem = Assert.Single(invalid.Problems);
        Assert.Equal("section", problem.Field);
        Assert.Contains("「準備室」は、まだ公開されていません", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_be_public_by_then_may_be_pointed_to()
    {
        var now = cms.Clock.GetUtcNow();
        var target = await cms.CreateAsync("tomorrow", Office("明日の室"), Section, publishAt: now.AddDays(1));
        await cms.ApproveAsync(target.Id, 1);
        Assert.IsType<Outcome.Invalid>(await SubmitAsync(await cms.CreateAsync("points-too-early", Of("tomorrow"), publishAt: now.AddHours(1))));
        Installation.Done(await SubmitAsync(await cms.CreateAsync("points-in-time", Of("tomorrow"), publishAt: now.AddDays(1))));
    }

    [Fact]
    public async Task The_next_name_of_a_public_item_is_not_yet_one()
    {
        var target = await cms.PublishAsync(Section, "now-called", Office("改名する室"));
        Installation.Done(await cms.Desk.SaveAsync(target.Id, 1, new Draft("then-called", Office("改名した室"), null, null), cms.Editor, Ct));
        Assert.IsType<Outcome.Invalid>(await SubmitAsync(await cms.CreateAsync("points-ahead", Of("then-called"))));
        Installation.Done(await SubmitAsync(await cms.CreateAsync("points-now", Of("now-called"))));
    }

    [Fact]
    public async Task What_ended_after_submission_stops_the_approval()
    {
        var target = await cms.PublishAsync(Section, "passing", Office("期間限定の室"));
        var item = await cms.CreateAsync("points-to-passing", Of("passing"));
        Installation.Done(await SubmitAsync(item));
        Installation.Done(await cms.Desk.ActAsync(target.Id, 1, EditorialAction.End, "終わりました。", cms.Approver, Ct));
        var refused = Assert.IsType<Outcome.NotLegal>(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Approve, null, cms.Approver, Ct));
        Assert.Contains("「期間限定の室」は、まだ公開されていません", refused.Message, StringComparison.Ordinal);
        Assert.Null(await cms.PublicAsync(item.Id));
    }

    [Fact]
    public async Task What_public_items_use_does_not_end_and_up_to_five_are_named()
    {
        var target = await cms.PublishAsync(Section, "needed", Office("必要な室"));
        for (var i = 1; i <= 5; i++) await cms.PublishAsync(ContentType.Of<Article>(), $"needs-{i}", Of("needed", $"記事{i}"));
        var scheduled = await cms.CreateAsync("needs-6", Of("needed", "記事6"), publishAt: cms.Clock.GetUtcNow().AddDays(1));
        await cms.ApproveAsync(scheduled.Id, 1);
        var refused = Assert.IsType<Outcome.NotLegal>(await cms.Desk.ActAsync(target.Id, 1, EditorialAction.End, "古くなりました。", cms.Approver, Ct));
        Assert.Contains("記事「記事1」、", refused.Message, StringComparison.Ordinal);
        Assert.Contains("記事「記事5」ほか1件が使っています", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(await cms.PublicAsync(target.Id));
    }

    [Fact]
    public async Task A_category_in_use_stays_in_the_programme()
    {
        var programs = cms.Get<ProgramStore>();
        var (number, text) = await programs.TextAsync(Ct);
        await cms.PublishArticleAsync("in-news", "分類を使う記事");
        var without = text.Replace("slug: news, name: お知らせ", "slug: report, name: 報告", StringComparison.Ordinal);
        var problem = Assert.Single(await programs.SaveAsync(number, without, cms.Operator, Ct));
        Assert.Contains("「分類」の「お知らせ」（news）は、", problem.Message, StringComparison.Ordinal);
        Assert.Contains("先にそちらの「分類」を変えてください。", problem.Message, StringComparison.Ordinal);
        Assert.Equal((number, text), await programs.TextAsync(Ct));
        // What nothing uses may go.
        Assert.Empty(await programs.SaveAsync(number, text.Replace("  - { slug: north, name: 県北 }", "  - { slug: south, name: 県南 }", StringComparison.Ordinal), cms.Operator, Ct));
    }
}
