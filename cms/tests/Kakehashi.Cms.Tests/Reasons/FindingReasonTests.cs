using System.Net;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Tests.Screens;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kakehashi.Cms.Tests.Reasons;

public sealed class FindingReasonTests(StaffHost host) : IClassFixture<StaffHost>
{
    const string Why = "国の告示の書き方をそのまま引いています。";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_warning_passes_with_a_reason_that_the_approver_reads_before_it_is_public()
    {
        var item = await host.CreateAsync("with-a-reason");
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        await editor.SubmitAsync("保存して提出する", ("body", "締切は2026/4/30です。\n\n会場は県庁です。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        Assert.EndsWith("（本文 1行目：「2026/4/30」）直すか、直さない理由を入力してください。", Assert.Single(editor.Mistakes), StringComparison.Ordinal);
        var name = ReasonInput(editor);
        Assert.Equal($"#f-{name.Replace('.', '-')}", editor.Page.QuerySelector("#mistakes li a")!.GetAttribute("href"));
        Assert.Equal(EditorialState.Draft, await StateAsync(item.Id));

        await editor.SubmitAsync("保存して提出する", (name, "   "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        await editor.SubmitAsync("保存して提出する", (name, Why));
        Assert.Equal("提出しました。県の承認を待っています。", editor.Said);

        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync($"/review/{item.Id}");
        var card = approver.Page.QuerySelector("[aria-labelledby=accessibility]")!;
        Assert.Contains($"直さない理由：{Why}", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("hanaさん", card.TextContent, StringComparison.Ordinal);
        Assert.Null(card.QuerySelector("textarea"));
        await approver.SubmitAsync("承認する");
        Assert.Equal("承認しました。公開しました。", approver.Said);
        Assert.NotNull(await host.PublicAsync(item.Id));
    }

    [Fact]
    public async Task A_reason_stays_while_other_text_changes_and_falls_away_with_its_own_place()
    {
        var item = await host.CreateAsync("fingerprint");
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        await editor.SubmitAsync("下書きを保存する", ("body", "締切は2026/4/30です。\n\n会場は県庁です。"));
        await editor.SubmitAsync("下書きを保存する", (ReasonInput(editor), Why));
        Assert.Contains(Why, Card(editor), StringComparison.Ordinal);

        await editor.SubmitAsync("下書きを保存する", ("body", "前書きです。\n\n**締切**は2026/4/30です。\n\n会場は見本市役所です。"));
        Assert.Contains($"直さない理由：{Why}", Card(editor), StringComparison.Ordinal);
        await editor.SubmitAsync("下書きを保存する", ("body", "前書きです。\n\n申込みの締切は2026/4/30です。"));
        Assert.DoesNotContain("直さない理由：", Card(editor), StringComparison.Ordinal);
        await editor.SubmitAsync("保存して提出する");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);

        await using var db = await host.DbAsync();
        var kept = await db.FindingReasons.SingleAsync(reason => reason.ItemId == item.Id, Ct);
        Assert.Equal(("date-form", "body", "2026/4/30", Why, host.Editor.Id), (kept.Rule, kept.Field, kept.Excerpt, kept.Text, kept.AuthorId));
    }

    [Fact]
    public async Task The_same_words_in_two_places_need_a_reason_each()
    {
        var item = await host.CreateAsync("twice");
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        await editor.SubmitAsync("保存して提出する", ("body", "受付は2026/4/30までです。\n\n開催は2026/4/30です。"));
        Assert.Equal(2, editor.Mistakes.Count);
        Assert.Contains(editor.Mistakes, mistake => mistake.Contains("本文 1行目", StringComparison.Ordinal));
        Assert.Contains(editor.Mistakes, mistake => mistake.Contains("本文 3行目", StringComparison.Ordinal));
        await editor.SubmitAsync("保存して提出する", (ReasonInput(editor), Why));
        Assert.Single(editor.Mistakes);
    }

    [Fact]
    public async Task On_the_item_screen_a_reason_is_taken_with_the_submission()
    {
        var values = Installation.Article();
        values["body"] = "締切は2026/4/30です。";
        var item = await host.CreateAsync("item-screen", values);
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}");
        await editor.SubmitAsync("提出する");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        await editor.SubmitAsync("提出する", (ReasonInput(editor), new string('あ', 501)));
        Assert.Equal("直さない理由は500字以内にしてください。", Assert.Single(editor.Mistakes));
        Assert.Equal(501, editor.ValueOf(ReasonInput(editor)).Length);
        await editor.SubmitAsync("提出する", (ReasonInput(editor), Why));
        Assert.Equal("提出しました。県の承認を待っています。", editor.Said);
    }

    [Fact]
    public async Task What_newer_rules_find_after_the_submission_is_not_approved_without_a_reason()
    {
        var values = Installation.Article();
        values["body"] = "締切は2026/4/30です。";
        var item = await host.CreateAsync("submitted-without-check", values);
        host.Preview.IsLenient = true;
        Installation.Done(await host.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, host.Editor, Ct));
        host.Preview.IsLenient = false;
        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync($"/review/{item.Id}");
        Assert.Contains("理由なし", Card(approver), StringComparison.Ordinal);
        await approver.SubmitAsync("承認する");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, approver.Status);
        Assert.EndsWith("直さない理由が書かれていません。差し戻して、直すか理由を書いてもらってください。", Assert.Single(approver.Mistakes), StringComparison.Ordinal);
        Assert.Null(await host.PublicAsync(item.Id));
    }

    [Fact]
    public async Task Reasons_are_only_added_and_stand_in_the_records()
    {
        var item = await host.CreateAsync("only-added");
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        await editor.SubmitAsync("下書きを保存する", ("body", "締切は2026/4/30です。"));
        await editor.SubmitAsync("下書きを保存する", (ReasonInput(editor), Why));
        await editor.SubmitAsync("下書きを保存する", (ReasonInput(editor), Why));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await editor.SubmitAsync("下書きを保存する", (ReasonInput(editor), "別の理由です。"));
        await editor.SubmitAsync("下書きを保存する", (ReasonInput(editor), ""));
        Assert.Equal("直さない理由を空にすることはできません。理由を書き直すか、指摘されたところを直してください。", Assert.Single(editor.Mistakes));

        await using var db = await host.DbAsync();
        Assert.Equal([Why, "別の理由です。"], await db.FindingReasons.Where(reason => reason.ItemId == item.Id).OrderBy(reason => reason.Id).Select(reason => reason.Text).ToListAsync(Ct));
        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Action == "item.reason" && entry.Subject == $"item:{item.Id}", Ct));
        Assert.Null(await AuditTrail.VerifyAsync(db, Ct));
        foreach (var sql in new[] { "UPDATE finding_reasons SET text = ''", "DELETE FROM finding_reasons", "TRUNCATE finding_reasons" })
            Assert.Equal("23001", (await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql, Ct))).SqlState);
    }

    [Fact]
    public async Task The_office_lists_reasons_by_rule_and_takes_them_as_a_table()
    {
        var item = await host.CreateAsync("listed", Installation.Article("一覧に出る記事"));
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        await editor.SubmitAsync("下書きを保存する", ("body", "電話：623-0000"));
        await editor.SubmitAsync("下書きを保存する", (ReasonInput(editor), "県内の方だけに向けた案内です。"));
        await editor.GoAsync("/reasons");
        Assert.Equal(HttpStatusCode.Forbidden, editor.Status);

        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/reasons?rule=telephone-number");
        var row = Assert.Single(office.Page.QuerySelectorAll("tbody tr"));
        foreach (var words in new[] { "hanaさん", "一覧に出る記事", "市外局番がありません", "電話：623-0000", "県内の方だけに向けた案内です。" })
            Assert.Contains(words, row.TextContent, StringComparison.Ordinal);
        using var csv = await office.GetAsync("/reasons/csv?rule=telephone-number");
        var lines = (await csv.Content.ReadAsStringAsync(Ct)).TrimEnd().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Contains("telephone-number", lines[1], StringComparison.Ordinal);
        await office.GoAsync("/reasons?rule=unknown");
        Assert.Contains("当てはまるものはありません。", office.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    // The first one.
    static string ReasonInput(Browser browser) => browser.Page.QuerySelector("[aria-labelledby=accessibility] textarea")!.GetAttribute("name")!;

    static string Card(Browser browser) => browser.Page.QuerySelector("[aria-labelledby=accessibility]")!.TextContent;

    async Task<EditorialState> StateAsync(Guid id)
    {
        await using var db = await host.DbAsync();
        return await db.Items.Where(item => item.Id == id).Select(item => item.State).SingleAsync(Ct);
    }
}
