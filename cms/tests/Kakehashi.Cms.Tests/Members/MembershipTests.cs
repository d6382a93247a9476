using System.Text.Json.Nodes;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Tests.Intake;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Sealing;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Members;

public sealed class MembershipTests(Cluster cluster) : IAsyncLifetime
{
    const string Hanako = "hanako@maker.example";
    readonly Installation cms = new(cluster);
    FormsProcess forms = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    SubmissionDesk Desk => cms.Get<SubmissionDesk>();

    public async ValueTask InitializeAsync()
    {
        await cms.InitializeAsync();
        forms = new FormsProcess(cms);
        await forms.StartAsync();
    }

    public ValueTask DisposeAsync() => cms.DisposeAsync();

    [Fact]
    public async Task Nobody_reviews_a_registration_before_its_address_is_confirmed()
    {
        var record = await forms.FileAsync(MemberRegistration.Name, FormsProcess.Registration());
        Assert.Equal((SubmissionState.Unverified, null), (record.State, record.DueAt));
        Assert.IsType<Decision.NotLegal>(await Desk.ApproveAsync(record.Id, cms.Secretariat, null, Ct));
        var link = await forms.LinkAsync(Hanako);
        Assert.Equal(MailVerification.Name, Assert.Single((await forms.OpenAsync(link)).Actions).Form);
        await forms.FileAsync(MailVerification.Name, [], link);
        var verified = await forms.FindAsync(record.Id);
        Assert.Equal((SubmissionState.Received, JapaneseTime.Parse("2026-06-11T00:00:00")), (verified.State, verified.DueAt));
    }

    [Fact]
    public async Task Approval_publishes_the_page_and_keeps_the_contact_unreadable()
    {
        var record = await forms.VerifiedAsync(FormsProcess.Registration());
        Assert.IsType<Decision.Forbidden>(await Desk.ApproveAsync(record.Id, cms.Editor, null, Ct));
        var done = Assert.IsType<Decision.Done>(await Desk.ApproveAsync(record.Id, cms.Secretariat, "承認しました。", Ct)).Submission;
        Assert.Equal(SubmissionState.Approved, done.State);
        var page = (await cms.PublicAsync(done.ItemId!.Value))!;
        Assert.Equal(("架橋システム株式会社", "office", "north"), ((string?)page.Values["title"], (string?)page.Values["section"], (string?)page.Values["area"]));
        Assert.Null(page.Values["email"]);
        await using var db = await cms.DbAsync();
        var member = await db.Members.SingleAsync(Ct);
        Assert.Equal(("架橋しすてむ", "maker.example", MemberState.Active), (member.FoldedName, member.Domain, member.State));
        var contact = Assert.Single(await cms.Get<MemberContacts>().OfAsync(db, member.Id, Ct));
        Assert.Equal(("見本 花子", "みほん はなこ", Hanako, true), (contact.Person.Name, contact.Person.Kana, contact.Person.Email, contact.Contact.Mailing));
        Assert.NotNull(contact.Contact.ConfirmedAt);
        Assert.Equal("承認しました。", (await forms.MailsAsync(Hanako)).Last().Body);
        Assert.Null(await AuditTrail.VerifyAsync(db, Ct));
        Assert.IsType<Decision.NotLegal>(await Desk.ApproveAsync(record.Id, cms.Secretariat, null, Ct));
    }

    [Fact]
    public async Task A_refused_approval_leaves_nothing_behind()
    {
        var answers = FormsProcess.Registration();
        answers["summary"] = new string('長', 200);
        var record = await forms.VerifiedAsync(answers);
        await using var db = await cms.DbAsync();
        // The only section ends meanwhile: the page would have nobody to answer for it.
        await db.Database.ExecuteSqlAsync($"UPDATE items SET live_revision_id = NULL, state = 'Ended' WHERE type = 'section'", Ct);
        Assert.IsType<Decision.Invalid>(await Desk.ApproveAsync(record.Id, cms.Secretariat, "承認しました。", Ct));
        Assert.Equal(SubmissionState.Received, (await forms.FindAsync(record.Id)).State);
        Assert.Equal((0, 0), (await db.Members.CountAsync(Ct), await db.Items.CountAsync(item => item.Type == "member", Ct)));
        Assert.DoesNotContain(await forms.MailsAsync(), mail => mail.Body == "承認しました。");
    }

    [Fact]
    public async Task The_same_registration_twice_at_once_makes_one_member()
    {
        var one = await forms.FileAsync(MemberRegistration.Name, FormsProcess.Registration());
        await forms.FileAsync(MailVerification.Name, [], await forms.LinkAsync(Hanako));
        var other = await forms.FileAsync(MemberRegistration.Name, FormsProcess.Registration("架橋システム　(株)"));
        await forms.FileAsync(MailVerification.Name, [], await forms.LinkAsync(Hanako));
        var decisions = await Task.WhenAll(new[] { one, other }.Select(record => Task.Run(async () =>
        {
            using var scope = cms.Get<IServiceScopeFactory>().CreateScope();
            return await scope.ServiceProvider.GetRequiredService<SubmissionDesk>().ApproveAsync(record.Id, cms.Secretariat, null, Ct);
        }, Ct)));
        Assert.Single(decisions.OfType<Decision.Done>());
        Assert.Single(decisions.OfType<Decision.NotLegal>());
        await using var db = await cms.DbAsync();
        Assert.Equal(1, await db.Members.CountAsync(Ct));
    }

    [Fact]
    public async Task A_link_is_used_once_and_only_with_its_key()
    {
        var record = await forms.FileAsync(MemberRegistration.Name, FormsProcess.Registration());
        var link = await forms.LinkAsync(Hanako);
        var wrong = await forms.FileAsync(MailVerification.Name, [], TicketLink.Create() with { Id = link.Id });
        Assert.Equal((SubmissionState.Refused, SubmissionState.Unverified), (wrong.State, (await forms.FindAsync(record.Id)).State));
        Assert.Equal(SubmissionState.Closed, (await forms.FileAsync(MailVerification.Name, [], link)).State);
        Assert.Equal(SubmissionState.Refused, (await forms.FileAsync(MailVerification.Name, [], link)).State);
        Assert.Equal(SubmissionState.Refused, (await forms.FileAsync(MemberChange.Name, FormsProcess.Registration(), link)).State);
        Assert.Equal(SubmissionState.Refused, (await forms.FileAsync(MailVerification.Name, [])).State);
    }

    [Fact]
    public async Task An_expired_link_is_refused_but_not_one_that_was_used_in_time_while_the_cms_was_down()
    {
        var (one, other) = (await forms.FileAsync(MemberRegistration.Name, FormsProcess.Registration()), await forms.FileAsync(MemberRegistration.Name, FormsProcess.Registration("別会社", FormsProcess.Contact("b@other.example"))));
        var (late, timely) = (await forms.LinkAsync(Hanako), await forms.LinkAsync("b@other.example"));
        cms.Clock.Advance(Tickets.Lifetime - TimeSpan.FromMinutes(1));
        await forms.AcceptAsync(MailVerification.Name, [], timely);
        cms.Clock.Advance(TimeSpan.FromDays(1));
        await forms.AcceptAsync(MailVerification.Name, [], late);
        await forms.RunAsync();
        Assert.Equal((SubmissionState.Unverified, SubmissionState.Received), ((await forms.FindAsync(one.Id)).State, (await forms.FindAsync(other.Id)).State));
    }

    [Fact]
    public async Task Asking_for_a_link_mails_to_known_addresses_alone()
    {
        await forms.JoinAsync();
        cms.Clock.Advance(TimeSpan.FromDays(1));
        var unknown = await forms.FileAsync(MemberLink.Name, new JsonObject { ["email"] = "stranger@visitor.example" });
        var known = await forms.FileAsync(MemberLink.Name, new JsonObject { ["email"] = "Ｈanako@maker.example" });
        Assert.Equal((SubmissionState.Closed, SubmissionState.Closed), (unknown.State, known.State));
        Assert.Empty(await forms.MailsAsync("stranger@visitor.example"));
        var opened = await forms.OpenAsync(await forms.LinkAsync(Hanako));
        Assert.Equal("架橋システム株式会社", opened.Greeting);
        Assert.Equal([MemberChange.Name, SeedRegistration.Name, Withdrawal.Name], opened.Actions.Select(action => action.Form));
        Assert.Equal(Hanako, (string?)opened.Actions[0].Answers["contacts"]![0]!["email"]);
    }

    [Fact]
    public async Task What_was_returned_is_mended_by_link_and_goes_on_under_its_number()
    {
        var record = await forms.VerifiedAsync(FormsProcess.Registration("架橋"));
        Assert.IsType<Decision.Invalid>(await Desk.ReturnAsync(record.Id, cms.Secretariat, "", "直してください。", Ct));
        Assert.IsType<Decision.Done>(await Desk.ReturnAsync(record.Id, cms.Secretariat, "正式な名称にしてください。", "直してください。", Ct));
        var link = await forms.LinkAsync(Hanako);
        var action = Assert.Single((await forms.OpenAsync(link)).Actions);
        Assert.Equal((MemberRegistration.Name, "正式な名称にしてください。", "架橋"), (action.Form, action.Note, (string?)action.Answers["organisation"]));
        var correction = await forms.FileAsync(MemberRegistration.Name, FormsProcess.Registration(), link);
        Assert.Equal((SubmissionState.Closed, record.Id), (correction.State, correction.CorrectsId));
        var mended = (await cms.Get<SubmissionReading>().OpenAsync(record.Id, cms.Secretariat, "確認", Ct))!;
        Assert.Equal((SubmissionState.Received, "架橋システム株式会社", record.Receipt), (mended.Record.State, mended.Record.Headline, mended.Record.Receipt));
        Assert.Equal("架橋", (string?)cms.Get<SubmissionVault>().FormerAnswers(mended.History.Single(line => line.Line.Action == SubmissionAction.Resubmit).Line)!["organisation"]);
        Assert.IsType<Decision.Done>(await Desk.ApproveAsync(record.Id, cms.Secretariat, null, Ct));
    }

    [Fact]
    public async Task A_corrected_address_is_confirmed_by_a_link_of_its_own_before_anyone_reviews_it()
    {
        var record = await forms.VerifiedAsync(FormsProcess.Registration());
        Assert.IsType<Decision.Done>(await Desk.ReturnAsync(record.Id, cms.Secretariat, "名称を直してください。", "直してください。", Ct));
        cms.Clock.Advance(TimeSpan.FromDays(10));
        await forms.FileAsync(MemberLink.Name, new JsonObject { ["email"] = Hanako });
        await forms.FileAsync(MemberRegistration.Name, FormsProcess.Registration("架橋システム株式会社", FormsProcess.Contact("other@maker.example")), await forms.LinkAsync(Hanako));
        var waiting = await forms.FindAsync(record.Id);
        Assert.Equal((SubmissionState.Unverified, null), (waiting.State, waiting.DueAt));
        Assert.IsType<Decision.NotLegal>(await Desk.ApproveAsync(record.Id, cms.Secretariat, null, Ct));
        // It came long ago; its week begins with the correction.
        Assert.Empty((await cms.Get<Cms.Personal.Retention>().RunAsync(Ct)).Lapsing);
        await forms.FileAsync(MailVerification.Name, [], await forms.LinkAsync("other@maker.example"));
        Assert.Equal(SubmissionState.Received, (await forms.FindAsync(record.Id)).State);
        Assert.IsType<Decision.Done>(await Desk.ApproveAsync(record.Id, cms.Secretariat, null, Ct));
        await using var db = await cms.DbAsync();
        Assert.NotNull((await db.MemberContacts.SingleAsync(Ct)).ConfirmedAt);
    }

    [Fact]
    public async Task A_seed_with_picture_and_document_is_published_changed_and_keeps_what_was_kept()
    {
        await forms.JoinAsync();
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var answers = FormsProcess.Seed();
        answers["image-alt"] = "道路のひびの写真";
        var seed = await forms.FileAsync(SeedRegistration.Name, answers, await forms.MyLinkAsync(Hanako), null,
            await forms.AttachAsync("image", "ひび.png", png), await forms.AttachAsync("documents", "資料 2026.pdf", "%PDF-1.7 a"u8.ToArray()));
        Assert.Equal(SubmissionState.Received, seed.State);
        var item = Assert.IsType<Decision.Done>(await Desk.ApproveAsync(seed.Id, cms.Secretariat, null, Ct)).Submission.ItemId!.Value;
        var page = (await cms.PublicAsync(item))!;
        Assert.Equal(("道路のひびの写真", "資料 2026"), ((string?)page.Values["image"]!["alt"], (string?)page.Values["files"]![0]!["title"]));

        var link = await forms.MyLinkAsync(Hanako);
        var change = (await forms.OpenAsync(link)).Actions.Single(action => action.Subject == page.Slug);
        Assert.Equal(2, change.Files.Count);
        var changed = change.Answers.DeepClone().AsObject();
        (changed["title"], changed["consent"]) = ("道路のひびを早く見つけるAI", true);
        var kept = change.Files.Where(file => file.Question == "documents").Select(file => new Content.Forms.SubmittedFile(file.Question, null, file.Name)).ToArray();
        var next = await forms.FileAsync(SeedRegistration.Name, changed, link, page.Slug, kept);
        Assert.Equal(item, next.ItemId);
        Assert.Equal("道路のひびを見つけるAI", (string?)(await cms.PublicAsync(item))!.Values["title"]);
        Assert.IsType<Decision.Done>(await Desk.ApproveAsync(next.Id, cms.Secretariat, null, Ct));
        var after = (await cms.PublicAsync(item))!;
        Assert.Equal(("道路のひびを早く見つけるAI", null), ((string?)after.Values["title"], after.Values["image"]));
        Assert.Equal((string?)page.Values["files"]![0]!["file"], (string?)after.Values["files"]![0]!["file"]);
    }

    [Fact]
    public async Task A_member_cannot_change_the_seed_of_another()
    {
        await forms.JoinAsync();
        var seed = await forms.FileAsync(SeedRegistration.Name, FormsProcess.Seed(), await forms.MyLinkAsync(Hanako));
        var item = Assert.IsType<Decision.Done>(await Desk.ApproveAsync(seed.Id, cms.Secretariat, null, Ct)).Submission.ItemId!.Value;
        await forms.JoinAsync("別の会社", FormsProcess.Contact("b@other.example"));
        var stolen = await forms.FileAsync(SeedRegistration.Name, FormsProcess.Seed("乗っ取り"), await forms.MyLinkAsync("b@other.example"), (await cms.PublicAsync(item))!.Slug);
        Assert.Equal(SubmissionState.Refused, stolen.State);
    }

    [Fact]
    public async Task A_changed_address_is_in_force_once_both_have_confirmed_it()
    {
        await forms.JoinAsync();
        var answers = FormsProcess.Registration("架橋システム株式会社", FormsProcess.Contact("new@maker.example"), FormsProcess.Contact("second@maker.example", "二人目 次郎"));
        answers["summary"] = "紹介を書き直しました。";
        var change = await forms.FileAsync(MemberChange.Name, answers, await forms.MyLinkAsync(Hanako));
        Assert.IsType<Decision.Done>(await Desk.ApproveAsync(change.Id, cms.Secretariat, null, Ct));
        Assert.Equal("紹介を書き直しました。", (string?)(await cms.PublicAsync(change.ItemId!.Value))!.Values["summary"]);
        Assert.Equal([Hanako, "second@maker.example"], await AddressesAsync());
        await forms.FileAsync(MailAddressChange.Name, [], await forms.LinkAsync("new@maker.example"));
        Assert.Equal([Hanako, "second@maker.example"], await AddressesAsync());
        await forms.FileAsync(MailAddressChange.Name, [], await forms.LinkAsync(Hanako));
        Assert.Equal(["new@maker.example", "second@maker.example"], await AddressesAsync());
        Assert.Contains("変更が終わりました", (await forms.MailsAsync(Hanako)).Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_who_is_no_longer_named_is_told_and_the_new_one_is_confirmed_by_using_a_link()
    {
        await forms.JoinAsync();
        var change = await forms.FileAsync(MemberChange.Name, FormsProcess.Registration("架橋システム株式会社", FormsProcess.Contact("jiro@maker.example", "後任 次郎")), await forms.MyLinkAsync(Hanako));
        Assert.IsType<Decision.Done>(await Desk.ApproveAsync(change.Id, cms.Secretariat, null, Ct));
        Assert.Contains("担当者ではなくなりました", (await forms.MailsAsync(Hanako)).Last().Body, StringComparison.Ordinal);
        Assert.Equal(["jiro@maker.example"], await AddressesAsync());

        async Task<DateTimeOffset?> ConfirmedAsync()
        {
            await using var db = await cms.DbAsync();
            return (await db.MemberContacts.SingleAsync(contact => contact.DeleteAt == null, Ct)).ConfirmedAt;
        }
        var link = await forms.MyLinkAsync("jiro@maker.example");
        Assert.Null(await ConfirmedAsync());
        await forms.FileAsync(SeedRegistration.Name, FormsProcess.Seed(), link);
        Assert.NotNull(await ConfirmedAsync());
    }

    [Fact]
    public async Task A_seed_of_a_former_member_is_not_published()
    {
        await forms.JoinAsync();
        var seed = await forms.FileAsync(SeedRegistration.Name, FormsProcess.Seed(), await forms.MyLinkAsync(Hanako));
        var withdrawal = await forms.FileAsync(Withdrawal.Name, new JsonObject { ["confirmed"] = true }, await forms.MyLinkAsync(Hanako));
        Assert.IsType<Decision.Done>(await Desk.ApproveAsync(withdrawal.Id, cms.Secretariat, null, Ct));
        Assert.IsType<Decision.NotLegal>(await Desk.ApproveAsync(seed.Id, cms.Secretariat, null, Ct));
        await using var db = await cms.DbAsync();
        Assert.False(await db.Items.AnyAsync(item => item.Type == "seed", Ct));
    }

    async Task<List<string>> AddressesAsync()
    {
        await using var db = await cms.DbAsync();
        var member = await db.Members.SingleAsync(Ct);
        return [.. (await cms.Get<MemberContacts>().OfAsync(db, member.Id, Ct)).Select(contact => contact.Person.Email)];
    }

    [Fact]
    public async Task Withdrawal_ends_the_pages_and_sets_the_day_on_which_personal_data_go()
    {
        var member = await forms.JoinAsync();
        var seed = await forms.FileAsync(SeedRegistration.Name, FormsProcess.Seed(), await forms.MyLinkAsync(Hanako));
        var item = Assert.IsType<Decision.Done>(await Desk.ApproveAsync(seed.Id, cms.Secretariat, null, Ct)).Submission.ItemId!.Value;
        var spare = await forms.MyLinkAsync(Hanako);
        var withdrawal = await forms.FileAsync(Withdrawal.Name, new JsonObject { ["confirmed"] = true }, await forms.MyLinkAsync(Hanako));
        Assert.NotNull(await cms.PublicAsync(item));
        Assert.IsType<Decision.Done>(await Desk.ApproveAsync(withdrawal.Id, cms.Secretariat, "さようなら。", Ct));
        Assert.Null(await cms.PublicAsync(item));
        Assert.Null(await cms.PublicAsync(member.ItemId!.Value));
        Assert.Equal("さようなら。", (await forms.MailsAsync(Hanako)).Last().Body);
        var until = cms.Clock.GetUtcNow() + Withdrawals.Kept;
        await using var db = await cms.DbAsync();
        Assert.All(await db.MemberContacts.ToListAsync(Ct), contact => Assert.Equal(until, contact.DeleteAt));
        Assert.Equal(until, (await forms.FindAsync(member.Id)).DeletePersonalAt);
        Assert.Equal(SubmissionState.Refused, (await forms.FileAsync(SeedRegistration.Name, FormsProcess.Seed(), spare)).State);
        cms.Clock.Advance(TimeSpan.FromDays(1));
        var before = (await forms.MailsAsync(Hanako)).Count;
        await forms.FileAsync(MemberLink.Name, new JsonObject { ["email"] = Hanako });
        Assert.Equal(before, (await forms.MailsAsync(Hanako)).Count);
    }

    // Until somebody waits for a lock that another transaction of this database holds.
    async Task SomebodyWaitsAsync()
    {
        await using var db = await cms.DbAsync();
        while (!(await db.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS "Value" """).ToListAsync(Ct))[0])
            Ct.ThrowIfCancellationRequested();
    }

    Task<Decision> ApproveAsideAsync(Guid submission) => Task.Run(async () =>
    {
        using var scope = cms.Get<IServiceScopeFactory>().CreateScope();
        return await scope.ServiceProvider.GetRequiredService<SubmissionDesk>().ApproveAsync(submission, cms.Secretariat, null, Ct);
    }, Ct);

    [Fact]
    public async Task A_withdrawal_waits_for_whoever_publishes_one_of_the_members_seeds()
    {
        await forms.JoinAsync();
        var seed = await forms.FileAsync(SeedRegistration.Name, FormsProcess.Seed(), await forms.MyLinkAsync(Hanako));
        var item = Assert.IsType<Decision.Done>(await Desk.ApproveAsync(seed.Id, cms.Secretariat, null, Ct)).Submission.ItemId!.Value;
        var withdrawal = await forms.FileAsync(Withdrawal.Name, new JsonObject { ["confirmed"] = true }, await forms.MyLinkAsync(Hanako));
        Task<Decision> withdrawing;
        await using (var db = await cms.DbAsync())
        {
            // What an editor does who ends or publishes the seed.
            await using var editing = await db.Database.BeginTransactionAsync(Ct);
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM items WHERE id = {item} FOR UPDATE", Ct);
            withdrawing = ApproveAsideAsync(withdrawal.Id);
            await SomebodyWaitsAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE delivery.counter SET value = value", Ct);
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM audit_head FOR UPDATE", Ct);
            await editing.CommitAsync(Ct);
        }
        Assert.IsType<Decision.Done>(await withdrawing);
        Assert.Null(await cms.PublicAsync(item));
    }

    [Fact]
    public async Task An_approval_of_a_members_contacts_waits_for_whoever_confirms_an_address()
    {
        await forms.JoinAsync();
        JsonObject Renamed(string email) => FormsProcess.Registration("架橋システム株式会社", FormsProcess.Contact(email));
        var first = await forms.FileAsync(MemberChange.Name, Renamed("new@maker.example"), await forms.MyLinkAsync(Hanako));
        Assert.IsType<Decision.Done>(await Desk.ApproveAsync(first.Id, cms.Secretariat, null, Ct));
        var again = await forms.FileAsync(MemberChange.Name, Renamed("newer@maker.example"), await forms.MyLinkAsync(Hanako));
        Task<Decision> approving;
        await using (var db = await cms.DbAsync())
        {
            // What a confirmation does between its first lock and its last.
            await using var confirming = await db.Database.BeginTransactionAsync(Ct);
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM contact_address_changes FOR UPDATE", Ct);
            approving = ApproveAsideAsync(again.Id);
            await SomebodyWaitsAsync();
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM audit_head FOR UPDATE", Ct);
            await confirming.CommitAsync(Ct);
        }
        Assert.IsType<Decision.Done>(await approving);
    }

    [Fact]
    public async Task Withdrawal_ends_also_the_seeds_that_the_office_wrote_for_the_member()
    {
        var member = await forms.JoinAsync();
        var slug = (await cms.PublicAsync(member.ItemId!.Value))!.Slug;
        await cms.PublishAsync(ContentType.Of<Seed>(), "by-office", new JsonObject
        {
            ["title"] = "事務局が登録したシーズ", ["kana"] = "じむきょく", ["summary"] = "要約", ["section"] = "office", ["member"] = slug, ["fieldOfWork"] = "disaster",
            ["technologies"] = new JsonArray("AI"), ["problem"] = "困りごと", ["how"] = "仕組み", ["cost"] = "free", ["leadTime"] = "約2か月",
        });
        var withdrawal = await forms.FileAsync(Withdrawal.Name, new JsonObject { ["confirmed"] = true }, await forms.MyLinkAsync(Hanako));
        Assert.IsType<Decision.Done>(await Desk.ApproveAsync(withdrawal.Id, cms.Secretariat, null, Ct));
        await using var db = await cms.DbAsync();
        Assert.False(await db.Items.AnyAsync(item => item.Type == "seed" && item.LiveRevisionId != null, Ct));
    }
}
