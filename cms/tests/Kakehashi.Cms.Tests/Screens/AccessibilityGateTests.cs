using System.Net;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests.Screens;

public sealed class AccessibilityGateTests(StaffHost host) : IClassFixture<StaffHost>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_with_a_barrier_is_not_submitted_and_its_author_is_led_to_the_line()
    {
        var item = await host.CreateAsync("skipped-heading");
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        Assert.Contains("問題は見つかりませんでした。", editor.Page.QuerySelector(".side")!.TextContent, StringComparison.Ordinal);

        await editor.SubmitAsync("保存して提出する", ("body", "はじめに。\n\n#### 日程\n\n4月1日です。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        Assert.Contains(editor.Mistakes, mistake => mistake.EndsWith("（本文 3行目：「日程」）", StringComparison.Ordinal));
        Assert.NotNull(editor.Page.QuerySelector("#mistakes a[href='#f-body']"));
        // That the draft was saved stands before the list and is no mistake.
        Assert.Equal($"直していただくところが{editor.Mistakes.Count}件あります", editor.Page.QuerySelector("#mistakes h2")!.TextContent);
        Assert.StartsWith("下書きは保存しました。", editor.Page.QuerySelector("#mistakes > p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("見つかった問題 1件", editor.Page.QuerySelector(".side")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(EditorialState.Draft, (await host.Get<ItemQueries>().FindAsync(item.Id, Ct))!.Item.State);

        await editor.GoAsync($"/items/articles/{item.Id}");
        await editor.SubmitAsync("提出する");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);

        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        await editor.SubmitAsync("保存して提出する", ("body", "4月1日です。"));
        Assert.Equal("提出しました。県の承認を待っています。", editor.Said);
    }

    [Fact]
    public async Task A_page_with_a_barrier_is_not_approved()
    {
        var values = Installation.Article();
        values["body"] = "#### 日程";
        var item = await host.CreateAsync("submitted-elsewhere", values);
        host.Preview.IsLenient = true;
        Installation.Done(await host.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, host.Editor, Ct));
        host.Preview.IsLenient = false;
        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync($"/review/{item.Id}");
        Assert.Contains("見つかった問題 1件", approver.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await approver.SubmitAsync("承認する");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, approver.Status);
        Assert.Single(approver.Mistakes);
        Assert.Null(await host.PublicAsync(item.Id));
        await approver.SubmitAsync("差し戻す", ("comment", "見出しの段階を直してください。"));
        Assert.Equal("差し戻しました。書いた人に知らせました。", approver.Said);
    }

    [Fact]
    public async Task A_link_of_the_text_that_leads_nowhere_is_a_barrier_and_one_of_the_frame_is_not()
    {
        var item = await host.CreateAsync("links-nowhere");
        host.Preview.DeadLinks = ["/articles/nowhere/", "/frame/"];
        try
        {
            using var editor = await host.OpenAsync("hana");
            await editor.GoAsync($"/items/articles/{item.Id}/edit");
            await editor.SubmitAsync("保存して提出する", ("body", "はじめに。\n\n[記録](/articles/nowhere/)です。"));
            Assert.Equal("サイト内の行き先がありません。（本文 3行目：「/articles/nowhere/」）", Assert.Single(editor.Mistakes));
        }
        finally
        {
            host.Preview.DeadLinks = [];
        }
    }

    [Fact]
    public async Task A_link_to_what_is_approved_for_the_same_time_leads_somewhere()
    {
        var at = host.Clock.GetUtcNow().AddDays(2);
        var coming = await host.CreateAsync("coming", publishAt: at);
        var values = Installation.Article();
        values["body"] = "[来週の記事](/articles/coming/)です。";
        var item = await host.CreateAsync("links-to-coming", values, publishAt: at);
        host.Preview.DeadLinks = ["/articles/coming/"];
        try
        {
            using var editor = await host.OpenAsync("hana");
            await editor.GoAsync($"/items/articles/{item.Id}");
            await editor.SubmitAsync("提出する");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
            await host.ApproveAsync(coming.Id, 1);
            await editor.SubmitAsync("提出する");
            Assert.Equal("提出しました。県の承認を待っています。", editor.Said);
        }
        finally
        {
            host.Preview.DeadLinks = [];
        }
    }

    [Fact]
    public async Task Before_something_ends_the_screen_lists_the_texts_that_link_to_it()
    {
        var target = await host.PublishArticleAsync("linked-to");
        foreach (var (slug, link) in new[] { ("by-path", "/articles/linked-to/#day"), ("by-relative-path", "../linked-to/"), ("by-whole-address", "https://DX.example/articles/linked-to/"), ("only-mentions", "/articles/linked-to-another/") })
        {
            var values = Installation.Article($"{slug}の記事");
            values["body"] = $"[記録]({link})です。";
            await host.PublishAsync(ContentType.Of<Article>(), slug, values);
        }
        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync($"/items/articles/{target.Id}");
        var card = approver.Page.QuerySelector("[aria-labelledby=end]")!;
        Assert.Contains("次の3件が、本文からこのページにリンクしています。", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(["記事「by-pathの記事」", "記事「by-relative-pathの記事」", "記事「by-whole-addressの記事」"], card.QuerySelectorAll("li a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Before_a_planned_end_author_and_approver_read_which_links_it_leaves_behind()
    {
        var end = host.Clock.GetUtcNow().AddDays(3);
        var target = await host.CreateAsync("ends-later", expireAt: end);
        var values = Installation.Article("ends-laterを指す記事");
        values["body"] = "[案内](/articles/ends-later/)です。";
        await host.PublishAsync(ContentType.Of<Article>(), "points-at-it", values);
        using var editor = await host.OpenAsync("hana");
        foreach (var screen in new[] { "", "/edit" })
        {
            await editor.GoAsync($"/items/articles/{target.Id}{screen}");
            Assert.Contains("になると行き先がなくなります。", editor.Page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("記事「ends-laterを指す記事」", editor.Page.Body.TextContent, StringComparison.Ordinal);
        }
        Installation.Done(await host.Desk.ActAsync(target.Id, 1, EditorialAction.Submit, null, host.Editor, Ct));
        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync($"/review/{target.Id}");
        Assert.Contains("記事「ends-laterを指す記事」", approver.Page.QuerySelector("[aria-labelledby=decision]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_link_of_the_settings_that_leads_nowhere_is_not_saved_and_an_old_one_is_in_nobodys_way()
    {
        const string Footer = "\nfooter:\n  - { label: 規約, href: /rules/ }\n";
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/settings");
        host.Preview.DeadLinks = ["/rules/"];
        try
        {
            await office.SubmitAsync("設定を保存する", ("text", Installation.Program + Footer));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "13行目：「規約」の行き先がありません。"), (office.Status, Assert.Single(office.Mistakes)));
            Assert.Contains("/rules/", office.ValueOf("text"), StringComparison.Ordinal);
            host.Preview.DeadLinks = [];
            await office.SubmitAsync("設定を保存する");
            Assert.StartsWith("設定を保存しました。", office.Said, StringComparison.Ordinal);
            host.Preview.DeadLinks = ["/rules/"];
            await office.SubmitAsync("設定を保存する", ("text", Installation.Program.Replace("県内のデジタル化", "県内のデジタル化と連携", StringComparison.Ordinal) + Footer));
            Assert.StartsWith("設定を保存しました。", office.Said, StringComparison.Ordinal);
        }
        finally
        {
            host.Preview.DeadLinks = [];
        }
    }

    [Fact]
    public async Task What_was_found_on_a_revision_is_read_by_programs_with_field_and_reason()
    {
        var values = Installation.Article();
        values["body"] = "はじめに。\n\n締切は2026/4/30です。";
        var item = await host.CreateAsync("for-programs", values);
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        var input = editor.Page.QuerySelector("[aria-labelledby=accessibility] textarea")!.GetAttribute("name")!;
        await editor.SubmitAsync("保存して提出する", (input, "引用です。"));
        var path = $"/items/articles/{item.Id}/revisions/1/check.json";
        foreach (var away in new[] { false, true })
        {
            // Once it was judged, nobody has to be asked again.
            host.Preview.IsAway = away;
            using var answer = await editor.GetAsync(path);
            host.Preview.IsAway = false;
            var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!;
            var finding = Assert.Single(json["findings"]!.AsArray())!;
            Assert.Equal(("1", "1", "/articles/for-programs/", "date-form", "warning", "body", "3", "引用です。"), (json["revision"]!.ToString(), json["pages"]!.ToString(), (string?)finding["path"], (string?)finding["rule"], (string?)finding["weight"], (string?)finding["field"], finding["fieldLine"]!.ToString(), (string?)finding["reason"]!["text"]));
        }
        using var none = await editor.GetAsync($"/items/articles/{item.Id}/revisions/9/check.json");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var nobody = host.Open();
        await nobody.GoAsync(path);
        Assert.Equal("サインイン", nobody.Heading);
    }

    [Fact]
    public async Task Types_without_a_page_are_not_checked()
    {
        var section = await host.PublishAsync(ContentType.Of<Section>(), "second-office", new()
        {
            ["title"] = "第二事務局", ["department"] = "見本部 見本課", ["telephone"] = "028-000-0001", ["email"] = "second@dx.example", ["hours"] = "平日 午前9時から午後5時まで",
        });
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/{ContentType.Of<Section>().Folder}/{section.Id}/edit");
        Assert.DoesNotContain("アクセシビリティの検査", editor.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_publication_held_back_is_told_on_today_and_on_its_item()
    {
        var (held, other) = (await host.PublishArticleAsync("held"), await host.PublishArticleAsync("not-held"));
        host.Preview.Report = new SiteReport(host.Clock.GetUtcNow(), 120, 2, [new HeldPage("/articles/held/", "見出しの段階が飛んでいます。", "日程")], [], null);
        using var editor = await host.OpenAsync("hana");
        var site = editor.Page.QuerySelector("[aria-labelledby=site]")!.TextContent;
        Assert.Contains("120ページ、", site, StringComparison.Ordinal);
        Assert.Contains("問題 1件", site, StringComparison.Ordinal);
        Assert.Contains("/articles/held/　見出しの段階が飛んでいます。（「日程」）", site, StringComparison.Ordinal);
        await editor.GoAsync($"/items/articles/{held.Id}");
        Assert.Contains("公開サイトにはまだ反映されていません見出しの段階が飛んでいます。", Squeezed(editor), StringComparison.Ordinal);
        await editor.GoAsync($"/items/articles/{other.Id}");
        Assert.DoesNotContain("まだ反映されていません", Squeezed(editor), StringComparison.Ordinal);

        host.Preview.Report = host.Preview.Report with { At = null, Held = [], Problems = [new Problem("articles/x.md", 3, "参照先がありません。")] };
        await editor.GoAsync($"/items/articles/{other.Id}");
        Assert.Contains("公開サイトにはまだ反映されていませんarticles/x.md:3参照先がありません。", Squeezed(editor), StringComparison.Ordinal);
    }

    static string Squeezed(Browser browser) => string.Concat(browser.Page.QuerySelector("main")!.TextContent.Where(character => !char.IsWhiteSpace(character)));
}
