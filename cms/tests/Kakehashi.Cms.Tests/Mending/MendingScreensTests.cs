using System.Net;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Mending;
using Kakehashi.Cms.Tests.Screens;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests.Mending;

public sealed class MendingScreensTests(StaffHost host) : IClassFixture<StaffHost>
{
    const string All = "機械で直せるものをまとめて直す";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_press_mends_one_finding_in_a_new_revision_with_everything_else_that_was_typed()
    {
        var item = await host.CreateAsync("one-press");
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        await editor.SubmitAsync("下書きを保存する", ("body", "ｼｰｽﾞを探します。\n\n締切は2026/4/30です。"));
        var shown = editor.Page.QuerySelectorAll(".mend").Select(mend => (mend.QuerySelector("del")!.TextContent, mend.QuerySelector("ins")!.TextContent)).ToList();
        Assert.Equal([("締切は2026/4/30です。", "締切は2026年4月30日（木曜日）です。"), ("ｼｰｽﾞを探します。", "シーズを探します。")], shown);

        // What was typed meanwhile is a revision of its own, before the mended one.
        await editor.SubmitAsync("直す", ("summary", "新しい要約です。"));
        Assert.StartsWith("1か所を直して、下書きを保存しました。", editor.Said, StringComparison.Ordinal);
        Assert.Equal(("ｼｰｽﾞを探します。\n\n締切は2026年4月30日（木曜日）です。", "新しい要約です。"), (editor.ValueOf("body"), editor.ValueOf("summary")));
        var detail = (await host.Get<ItemQueries>().FindAsync(item.Id, Ct))!;
        Assert.Equal([4, 3, 2, 1], detail.Revisions.Select(revision => revision.Number));
        Assert.EndsWith("2026/4/30です。", (string?)detail.Revisions[1].ReadValues()["body"], StringComparison.Ordinal);
        Assert.Equal("新しい要約です。", (string?)detail.Revisions[1].ReadValues()["summary"]);

        await editor.GoAsync($"/items/articles/{item.Id}/history?from=3&to=4");
        await editor.PostAsync($"/items/articles/{item.Id}/restored", editor.Token, ("revision", "3"), ("base", "4"));
        Assert.EndsWith("2026/4/30です。", editor.ValueOf("body"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_at_once_mends_everything_that_a_machine_can_and_leaves_names_code_and_addresses()
    {
        var values = Installation.Article("ＤＸ説明会");
        values["body"] = "　日　時：2026/4/30、13:30～15:00\n\n髙﨑 ㈱`ＤＸ`の[ＤＸ](https://dx.example/ＤＸ)、参加者12000人\n\nこちらを見てください。山　林";
        var item = await host.CreateAsync("all-at-once", values);
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}");
        await editor.SubmitAsync(Button(editor));
        Assert.EndsWith("か所を直して、下書きを保存しました。元に戻すときは「版の履歴」で前の版を選んでください。", editor.Said, StringComparison.Ordinal);
        var newest = (await host.Get<ItemQueries>().FindAsync(item.Id, Ct))!.Newest;
        Assert.Equal((2, "DX説明会"), (newest.Number, newest.Title));
        Assert.Equal("日時：2026年4月30日（木曜日）、午後1時30分から午後3時まで\n\n髙﨑 株式会社`ＤＸ`の[DX](https://dx.example/ＤＸ)、参加者12,000人\n\nこちらを見てください。山　林", (string?)newest.ReadValues()["body"]);
        Assert.Empty(editor.Page.QuerySelectorAll(".mend"));
        Assert.Equal(EditorialState.Draft, (await host.Get<ItemQueries>().FindAsync(item.Id, Ct))!.Item.State);
    }

    [Fact]
    public async Task Who_mends_an_older_version_is_told_and_nothing_is_changed()
    {
        var values = Installation.Article();
        values["body"] = "ｼｰｽﾞです。";
        var item = await host.CreateAsync("two-menders", values);
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}");
        Installation.Done(await host.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article("ほかの人の題名"), null, null), host.OtherEditor, Ct));
        await editor.SubmitAsync("直す");
        Assert.Equal(HttpStatusCode.Conflict, editor.Status);
        Assert.Equal(2, (await host.Get<ItemQueries>().FindAsync(item.Id, Ct))!.Newest.Number);
    }

    [Fact]
    public async Task While_nothing_can_be_judged_nothing_is_mended_and_the_draft_is_there()
    {
        var values = Installation.Article();
        values["body"] = "ｼｰｽﾞです。";
        var item = await host.CreateAsync("mend-away", values);
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        host.Preview.IsAway = true;
        try
        {
            await editor.SubmitAsync("直す", ("body", "ｼｰｽﾞと書きました。"));
        }
        finally
        {
            host.Preview.IsAway = false;
        }
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "ｼｰｽﾞと書きました。"), (editor.Status, editor.ValueOf("body")));
        Assert.Equal("ｼｰｽﾞと書きました。", (string?)(await host.Get<ItemQueries>().FindAsync(item.Id, Ct))!.Newest.ReadValues()["body"]);
    }

    [Fact]
    public async Task An_approver_sees_the_mend_but_no_button()
    {
        var values = Installation.Article();
        values["body"] = "受付は13:30です。";
        var item = await host.CreateAsync("approver-sees", values);
        Installation.Done(await host.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, host.Editor, Ct));
        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync($"/review/{item.Id}");
        Assert.Equal("受付は午後1時30分です。", approver.Page.QuerySelector(".mend ins")!.TextContent);
        Assert.False(approver.HasButton("直す"));
        Assert.IsType<Outcome.Forbidden>((await host.Get<MendingDesk>().MendAsync(item.Id, 1, MendingDesk.Everything, host.Approver, Ct)).Outcome);
    }

    // Its name ends with a count.
    static string Button(Browser browser) => browser.Page.QuerySelectorAll("button").Select(button => button.TextContent.Trim()).First(words => words.StartsWith(All, StringComparison.Ordinal));
}
