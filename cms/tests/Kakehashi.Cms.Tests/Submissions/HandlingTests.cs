using System.Net;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Tests.Screens;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Submissions;

public sealed class HandlingTests(StaffHost host) : IClassFixture<StaffHost>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<SubmissionRecord> NowAsync(SubmissionRecord sent)
    {
        await using var db = await host.DbAsync();
        return await db.Submissions.AsNoTracking().SingleAsync(s => s.Id == sent.Id, Ct);
    }

    async Task<List<PersonalMessage>> MailsAsync(string to)
    {
        await using var db = await host.DbAsync();
        var mails = await db.Outbox.AsNoTracking().Where(mail => mail.Personal).OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync(Ct);
        return [.. mails.Select(host.Get<PersonalMail>().Open).OfType<PersonalMessage>().Where(mail => mail.Recipient == to)];
    }

    [Fact]
    public async Task Taking_a_submission_makes_me_its_owner()
    {
        var sent = await Sent.InquiryAsync(host);
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{sent.Id}");
        await office.SubmitAsync("確認を始める");
        Assert.Equal("確認を始めました。あなたが担当です。", office.Said);
        Assert.Equal((SubmissionState.InCheck, (Guid?)host.Secretariat.Id), ((await NowAsync(sent)).State, (await NowAsync(sent)).OwnerId));
    }

    [Fact]
    public async Task An_inquiry_is_answered_from_the_screen_and_closed()
    {
        var sent = await Sent.InquiryAsync(host, Sent.Question(email: "kotae@shitsumon.example"));
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{sent.Id}");
        Assert.Null(office.Page.QuerySelector("a[href$='/decisions/approve']"));
        await office.GoAsync($"/submissions/{sent.Id}/decisions/reply");
        Assert.Contains("宛先：kotae@shitsumon.example", office.Page.Body!.TextContent, StringComparison.Ordinal);
        await office.SubmitAsync("返事を送る");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Contains("（返事を書いてください）", office.ValueOf("mail"), StringComparison.Ordinal);
        await office.SubmitAsync("返事を送る", ("mail", "登録は「会員になる」からお申し込みください。"));
        Assert.Equal("返事を預かりました。まもなく送られます。", office.Said);
        Assert.Equal("登録は「会員になる」からお申し込みください。", Assert.Single(await MailsAsync("kotae@shitsumon.example")).Body);
        Assert.Contains("登録は「会員になる」からお申し込みください。", office.Page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        await office.GoAsync($"/submissions/{sent.Id}/decisions/close");
        await office.SubmitAsync("完了にする", ("mail", ""));
        Assert.Equal("完了にしました。メールは送りません。", office.Said);
        Assert.Equal(SubmissionState.Closed, (await NowAsync(sent)).State);
        Assert.Single(await MailsAsync("kotae@shitsumon.example"));
    }

    [Fact]
    public async Task A_return_needs_a_note_which_the_mail_repeats_and_nothing_typed_is_lost()
    {
        var sent = await Sent.RegistrationAsync(host, Sent.Registration("差戻しの会社", "modosu@sokuryo.example"));
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{sent.Id}/decisions/return");
        await office.SubmitAsync("差し戻す", ("note", " "), ("mail", "書きかけ（直していただきたいところを書いてください）の文"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Equal("書きかけ（直していただきたいところを書いてください）の文", office.ValueOf("mail"));
        Assert.Equal("#f-note", office.Page.QuerySelector("#mistakes a")!.GetAttribute("href"));
        await office.SubmitAsync("差し戻す", ("note", "法人番号を確かめてください。"));
        Assert.Equal("差し戻しました。メールは、まもなく送られます。", office.Said);
        var mail = Assert.Single(await MailsAsync("modosu@sokuryo.example"));
        Assert.StartsWith("書きかけ法人番号を確かめてください。の文", mail.Body, StringComparison.Ordinal);
        Assert.Contains("/forms/t/", mail.Body, StringComparison.Ordinal);
        Assert.Equal(SubmissionState.Returned, (await NowAsync(sent)).State);
        await office.GoAsync($"/submissions/{sent.Id}/decisions/return");
        Assert.Equal(HttpStatusCode.Conflict, office.Status);
    }

    [Fact]
    public async Task Owner_due_day_notes_and_checklist_are_kept()
    {
        var (number, text) = await host.Get<ProgramStore>().TextAsync(Ct);
        Assert.Empty(await host.Get<ProgramStore>().SaveAsync(number, Installation.Program + "\neligibility:\n  - 県内で事業をする予定があること\n  - 暴力団などでないこと\n", host.Operator, Ct));
        var sent = await Sent.RegistrationAsync(host);
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{sent.Id}");
        await office.SubmitAsync("担当と期限を保存", ("owner", host.Secretariat.Id.ToString()), ("due", "そのうち"));
        Assert.Equal(("そのうち", host.Secretariat.Id.ToString()), (office.ValueOf("due"), office.ValueOf("owner")));
        await office.SubmitAsync("担当と期限を保存", ("due", "２０２６年６月３０日"));
        Assert.Equal(Content.JapaneseTime.Parse("2026-07-01")!.Value, (await NowAsync(sent)).DueAt);
        await office.SubmitAsync("確認を保存", ("point", "暴力団などでないこと"));
        Assert.Equal(["暴力団などでないこと"], (await NowAsync(sent)).Checked);
        await office.GoAsync($"/submissions/{sent.Id}/decisions/approve");
        Assert.Equal(["県内で事業をする予定があること"], office.Page.QuerySelectorAll(".notice[data-kind=wait] li").Select(point => point.TextContent));
        await office.GoAsync($"/submissions/{sent.Id}");
        await office.SubmitAsync("記録する", ("kind", "Consultation"), ("text", Sent.Hostile));
        Assert.Equal("県との協議を記録しました。", office.Said);
        Assert.Equal(Sent.Hostile, office.Page.QuerySelector(".timeline .said")!.TextContent);
        await office.SubmitAsync("記録する", ("text", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
    }

    [Fact]
    public async Task A_small_mend_is_shown_before_and_after_and_told_to_the_sender()
    {
        var sent = await Sent.RegistrationAsync(host, Sent.Registration("見本測量かぶしき会社", "naosu@sokuryo.example"));
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{sent.Id}/mend");
        Assert.Null(office.Page.QuerySelector("[name='a.contacts.0.email']"));
        await office.SubmitAsync("直すところを確かめる");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        await office.SubmitAsync("直すところを確かめる", ("a.area", "どこか"), ("a.organisation", "見本測量株式会社"));
        Assert.Equal("見本測量株式会社", office.ValueOf("a.organisation"));
        await office.SubmitAsync("直すところを確かめる", ("a.area", "north"), ("a.contacts.0.email", "evil@elsewhere.example"), ("a.rules", ""));
        Assert.Contains("直す前：見本測量かぶしき会社", office.ValueOf("mail"), StringComparison.Ordinal);
        await office.SubmitAsync("直してメールを送る", ("a.contacts.0.email", "evil@elsewhere.example"));
        Assert.Equal("直しました。送った方にメールでお知らせします。", office.Said);
        Assert.Contains("直した後：見本測量株式会社", Assert.Single(await MailsAsync("naosu@sokuryo.example")).Body, StringComparison.Ordinal);
        Assert.Empty(await MailsAsync("evil@elsewhere.example"));
        var mended = host.Get<SubmissionVault>().Open(await NowAsync(sent))!;
        Assert.Equal(("naosu@sokuryo.example", true), ((string?)mended.Answers["contacts"]![0]!["email"], (bool?)mended.Answers["rules"]));
        Assert.Contains("かぶしき", office.Page.QuerySelector(".timeline .difference")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_prefecture_reads_and_decides_nothing()
    {
        var sent = await Sent.RegistrationAsync(host);
        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync($"/submissions/{sent.Id}");
        Assert.Null(approver.Page.QuerySelector("a[href*='/decisions/'], a[href$='/mend'], main form"));
        var token = approver.Token;
        foreach (var path in (string[])["take", "care", "notes", "checklist", "decisions/refuse", "mend"])
        {
            await approver.PostAsync($"/submissions/{sent.Id}/{path}", token, ("note", "x"), ("text", "x"), ("mail", "x"));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, approver.Status));
        }
        Assert.Equal(SubmissionState.Received, (await NowAsync(sent)).State);
    }

    [Fact]
    public async Task An_attachment_is_saved_by_the_browser_and_never_opened_in_the_screen()
    {
        var sent = await Sent.InquiryAsync(host);
        var (id, infected) = (Guid.NewGuid(), Guid.NewGuid());
        await using (var db = await host.DbAsync())
        {
            foreach (var (file, scan) in new[] { (id, ScanState.Unscanned), (infected, ScanState.Infected) })
            {
                var key = await host.Get<PersonalFiles>().KeepAsync(file, new MemoryStream("%PDF-1.7 hello"u8.ToArray()), Ct);
                var vault = host.Get<SubmissionVault>();
                db.SubmissionFiles.Add(new SubmissionFile
                {
                    Id = file, SubmissionId = sent.Id, Question = "files", ContentType = "application/pdf", Bytes = 14, Sha256 = "00", Scan = scan, Name = vault.SealName(file, "..\\..\\資料\u202Efdp.html"), Key = vault.SealKey(file, key),
                });
            }
            await db.SaveChangesAsync(Ct);
        }
        using var office = await host.OpenAsync("ken");
        await office.GoAsync($"/submissions/{sent.Id}");
        Assert.Contains("未検査", office.Page.QuerySelector($"a[href$='{id}']")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Null(office.Page.QuerySelector($"a[href$='{infected}']"));
        using var answer = await office.GetAsync($"/submissions/{sent.Id}/files/{id}");
        Assert.Equal("%PDF-1.7 hello", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(("attachment", "資料fdp.html.pdf"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        foreach (var path in (string[])[$"/submissions/{sent.Id}/files/{infected}", $"/submissions/{Guid.NewGuid()}/files/{id}"])
        {
            await office.GoAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, office.Status);
        }
    }
}
