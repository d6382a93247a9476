using System.Net;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Cms.Tests.Submissions;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Screens;

/// <summary>While the site process is away nothing can be judged: then nothing passes, nothing is lost, and what needs no judgement goes on.</summary>
public sealed class SiteAwayTests(StaffHost host) : IClassFixture<StaffHost>
{
    const string Away = "公開サイトを作る仕組みにつながらないため、今はアクセシビリティを検査できません。";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_submitted_and_the_draft_is_saved()
    {
        var item = await host.CreateAsync("away-submit");
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        using (new Absence(host))
        {
            await editor.SubmitAsync("保存して提出する", ("body", "締切は2026/4/30です。"));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "今はこの操作はできません"), (editor.Status, editor.Page.QuerySelector("#mistakes h2")!.TextContent));
            Assert.Equal($"{Away}下書きは保存されています。しばらくしてから、もう一度提出してください。", editor.Page.QuerySelector("#mistakes p")!.TextContent);
            Assert.Empty(editor.Mistakes);
            Assert.Equal("締切は2026/4/30です。", editor.ValueOf("body"));
            var kept = (await host.Get<ItemQueries>().FindAsync(item.Id, Ct))!;
            Assert.Equal((EditorialState.Draft, 2, "締切は2026/4/30です。"), (kept.Item.State, kept.Newest.Number, (string?)kept.Newest.ReadValues()["body"]));
            await editor.GoAsync($"/items/articles/{item.Id}");
            await editor.SubmitAsync("提出する");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, editor.Status);
        }
        // Once it is back, the same button judges.
        await editor.SubmitAsync("提出する");
        Assert.EndsWith("直すか、直さない理由を入力してください。", Assert.Single(editor.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_approved_and_the_comment_stays_but_a_return_goes_through()
    {
        var item = await host.CreateAsync("away-approve");
        Installation.Done(await host.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, host.Editor, Ct));
        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync($"/review/{item.Id}");
        using var away = new Absence(host);
        await approver.SubmitAsync("承認する", ("comment", "よく書けています。"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, approver.Status);
        Assert.Equal($"{Away}提出されたものはそのまま残っています。しばらくしてから、もう一度承認してください。", approver.Page.QuerySelector("#mistakes p")!.TextContent);
        Assert.Equal("よく書けています。", approver.ValueOf("comment"));
        Assert.Null(await host.PublicAsync(item.Id));
        await approver.SubmitAsync("差し戻す", ("comment", "日程を加えてください。"));
        Assert.Equal("差し戻しました。書いた人に知らせました。", approver.Said);
    }

    [Fact]
    public async Task A_reason_that_cannot_be_kept_yet_stays_on_the_screen_and_after_the_window_is_closed()
    {
        var item = await host.CreateAsync("away-reason");
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        await editor.SubmitAsync("下書きを保存する", ("body", "締切は2026/4/30です。"));
        var name = editor.Page.QuerySelector("[aria-labelledby=accessibility] textarea")!.GetAttribute("name")!;
        using (new Absence(host))
        {
            await editor.SubmitAsync("下書きを保存する", (name, "告示の引用です。"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, editor.Status);
            Assert.Equal("告示の引用です。", editor.ValueOf(name));
            await editor.SubmitAsync("下書きを保存する");
            Assert.Equal("告示の引用です。", editor.ValueOf(name));
            await editor.GoAsync($"/items/articles/{item.Id}/edit");
            Assert.Equal("告示の引用です。", editor.ValueOf(name));
        }
        await editor.SubmitAsync("保存して提出する");
        Assert.Equal("提出しました。県の承認を待っています。", editor.Said);
        await using var db = await host.DbAsync();
        Assert.Equal("告示の引用です。", (await db.FindingReasons.SingleAsync(reason => reason.ItemId == item.Id, Ct)).Text);
    }

    [Fact]
    public async Task Ending_recalling_and_what_has_no_page_go_on_and_what_is_public_stays()
    {
        var (ended, stays, recalled) = (await host.PublishArticleAsync("away-end"), await host.PublishArticleAsync("away-stays"), await host.CreateAsync("away-recall"));
        Installation.Done(await host.Desk.ActAsync(recalled.Id, 1, EditorialAction.Submit, null, host.Editor, Ct));
        using var away = new Absence(host);
        Installation.Done(await host.Desk.ActAsync(ended.Id, 1, EditorialAction.End, "終わりました。", host.Approver, Ct));
        Installation.Done(await host.Desk.ActAsync(recalled.Id, 1, EditorialAction.Recall, null, host.Editor, Ct));
        Installation.Done(await host.Desk.SaveAsync(stays.Id, 1, new Draft("", Installation.Article("次の版"), null, null), host.Editor, Ct));
        Assert.IsType<Outcome.Unjudged>(await host.Desk.ActAsync(stays.Id, 2, EditorialAction.Submit, null, host.Editor, Ct));
        await host.PublishAsync(Content.ContentType.Of<Content.Types.Section>(), "away-office", new()
        {
            ["title"] = "第三事務局", ["department"] = "見本部 見本課", ["telephone"] = "028-000-0002", ["email"] = "third@dx.example", ["hours"] = "平日 午前9時から午後5時まで",
        });
        Assert.Null(await host.PublicAsync(ended.Id));
        Assert.Equal("説明会を開きます", (string?)(await host.PublicAsync(stays.Id))!.Values["title"]);
    }

    [Fact]
    public async Task The_office_approves_no_page_of_a_member_unjudged_but_may_refuse_it()
    {
        var (sent, other) = (await Sent.RegistrationAsync(host, state: SubmissionState.InCheck), await Sent.RegistrationAsync(host, Sent.Registration("見本断り", "kotowari@sokuryo.example"), SubmissionState.InCheck));
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{sent.Id}/decisions/approve");
        using (new Absence(host))
        {
            await office.SubmitAsync("承認する", ("mail", "登録しました。"));
            Assert.Equal($"{Away}届いたものはそのまま残っています。しばらくしてから、もう一度承認してください。差戻しと却下は、今もできます。", Assert.Single(office.Mistakes));
            Assert.Equal("登録しました。", office.ValueOf("mail"));
            await office.GoAsync($"/submissions/{other.Id}/decisions/refuse");
            await office.SubmitAsync("却下する", ("note", "県外の方です。"), ("mail", ""));
            Assert.StartsWith("却下しました。", office.Said, StringComparison.Ordinal);
        }
        await office.GoAsync($"/submissions/{sent.Id}/decisions/approve");
        await office.SubmitAsync("承認する", ("mail", ""));
        Assert.StartsWith("承認しました。", office.Said, StringComparison.Ordinal);
        await using var db = await host.DbAsync();
        var page = await db.Submissions.Where(one => one.Id == sent.Id).Select(one => one.ItemId).SingleAsync(Ct);
        Assert.True(await db.RevisionChecks.AnyAsync(check => check.ItemId == page, Ct));
    }

    // For a while.
    sealed class Absence : IDisposable
    {
        readonly StaffHost host;

        public Absence(StaffHost host) => (this.host, host.Preview.IsAway) = (host, true);

        public void Dispose() => host.Preview.IsAway = false;
    }
}
