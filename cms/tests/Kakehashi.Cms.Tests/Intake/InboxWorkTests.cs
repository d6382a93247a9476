using System.Text.Json;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Sealing;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Intake;

public sealed class InboxWorkTests(Cluster cluster) : IAsyncLifetime
{
    readonly Installation cms = new(cluster);
    FormsProcess forms = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await cms.InitializeAsync();
        forms = new FormsProcess(cms);
        await forms.StartAsync();
    }

    public ValueTask DisposeAsync() => cms.DisposeAsync();

    [Fact]
    public async Task An_inquiry_is_filed_acknowledged_and_moved_to_done()
    {
        var record = await forms.FileAsync(Inquiry.Name, FormsProcess.Question());
        Assert.Equal((SubmissionState.Received, "そのほか", JapaneseTime.Parse("2026-06-05T00:00:00")), (record.State, record.Headline, record.DueAt));
        Assert.Equal("質問 太郎", (string?)cms.Get<SubmissionVault>().Open(record)!.Answers["person"]!["name"]);
        var mail = Assert.Single(await forms.MailsAsync("taro@visitor.example"));
        Assert.Contains(Correspondence.Readable(record.Receipt), mail.Subject, StringComparison.Ordinal);
        Assert.Contains("3営業日以内に返事をします", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("太郎", mail.Subject + mail.Body, StringComparison.Ordinal);
        Assert.Empty(forms.Inbox.Names(Inbox.New));
        Assert.Equal([record.Receipt], forms.Inbox.Names(Inbox.Done));
        await using var db = await cms.DbAsync();
        Assert.Null(await AuditTrail.VerifyAsync(db, Ct));
    }

    [Fact]
    public async Task What_lies_in_the_inbox_twice_or_after_a_crash_is_filed_once()
    {
        var submission = await forms.MakeAsync(Inquiry.Name, FormsProcess.Question());
        await forms.AcceptAsync(submission);
        await forms.RunAsync();
        // The CMS died between its commit and the move; or the visitor's second click came through.
        await forms.AcceptAsync(submission);
        await forms.RunAsync();
        await using var db = await cms.DbAsync();
        Assert.Equal(1, await db.Submissions.CountAsync(Ct));
        Assert.Single(await forms.MailsAsync());
        Assert.Empty(forms.Inbox.Names(Inbox.New));
    }

    [Fact]
    public async Task A_day_of_outage_is_caught_up_by_several_processes_each_submission_once()
    {
        for (var i = 0; i < 1_000; i++)
            await forms.AcceptAsync(Inquiry.Name, FormsProcess.Question($"visitor{i}@visitor.example"));
        cms.Clock.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => NewWork().RunDueAsync(Ct), Ct)));
        await using var db = await cms.DbAsync();
        Assert.Equal((1_000, 1_000), (await db.Submissions.CountAsync(Ct), await db.Outbox.CountAsync(mail => mail.Personal, Ct)));
        Assert.Empty(forms.Inbox.Names(Inbox.New));
        Assert.Equal(1_000, forms.Inbox.Names(Inbox.Done).Count);
        Assert.Null(await AuditTrail.VerifyAsync(db, Ct));
    }

    InboxWork NewWork() => ActivatorUtilities.CreateInstance<InboxWork>(cms.Get<IServiceProvider>());

    [Theory]
    [InlineData("")]
    [InlineData("no envelope")]
    [InlineData("a.b.c.d.e")]
    public async Task A_broken_envelope_is_set_aside_and_shown_and_the_others_go_on(string content)
    {
        await File.WriteAllTextAsync(forms.Inbox.Of(Inbox.New, "K7QM3FPX9WDT"), content, Ct);
        await forms.FileAsync(Inquiry.Name, FormsProcess.Question());
        await using var db = await cms.DbAsync();
        var stuck = Assert.Single(await db.Set<StuckEnvelope>().ToListAsync(Ct));
        Assert.Equal(("K7QM3FPX9WDT", StuckReason.Broken), (stuck.Name, stuck.Reason));
        Assert.Equal(["K7QM3FPX9WDT"], forms.Inbox.Names(Inbox.Broken));
        Assert.Empty(forms.Inbox.Names(Inbox.New));
    }

    [Fact]
    public async Task Without_its_key_a_submission_stays_is_shown_and_is_filed_once_the_key_is_back()
    {
        var receipt = await forms.AcceptAsync(Inquiry.Name, FormsProcess.Question());
        var path = Path.Combine(cms.Options.DataDirectory, "keys", "sealing.json");
        File.Move(path, path + ".lost");
        var work = ActivatorUtilities.CreateInstance<InboxWork>(cms.Get<IServiceProvider>());
        await work.RunDueAsync(Ct);
        await using var db = await cms.DbAsync();
        Assert.Equal(StuckReason.NoKey, (await db.Set<StuckEnvelope>().AsNoTracking().SingleAsync(Ct)).Reason);
        Assert.Equal([receipt], forms.Inbox.Names(Inbox.New));
        File.Move(path + ".lost", path, overwrite: true);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(5));
        Assert.Equal(0, await work.RunDueAsync(Ct));
        cms.Clock.Advance(InboxWork.RetryAfter);
        await work.RunDueAsync(Ct);
        Assert.Equal(SubmissionState.Received, (await forms.FindAsync(receipt)).State);
        Assert.False(await db.Set<StuckEnvelope>().AnyAsync(Ct));
    }

    [Fact]
    public async Task What_fails_again_and_again_is_shown_holds_up_nobody_and_is_filed_once_it_can_be()
    {
        const string receipt = "K7QM3FPX9WDT";
        await forms.AcceptAsync(await forms.MakeAsync(Inquiry.Name, FormsProcess.Question("a@visitor.example")) with { Receipt = receipt });
        await using var db = await cms.DbAsync();
        // Something that nobody has thought of.
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE submissions ADD CONSTRAINT unforeseen CHECK (receipt <> 'K7QM3FPX9WDT')", Ct);
        var work = NewWork();
        for (var time = 1; time <= InboxWork.Tries; time++)
        {
            Assert.False(await db.StuckEnvelopes.AnyAsync(Ct));
            var other = await forms.AcceptAsync(Inquiry.Name, FormsProcess.Question($"b{time}@visitor.example"));
            await work.RunDueAsync(Ct);
            Assert.Equal(SubmissionState.Received, (await forms.FindAsync(other)).State);
            cms.Clock.Advance(InboxWork.RetryAfter);
        }
        var stuck = await db.StuckEnvelopes.AsNoTracking().SingleAsync(Ct);
        Assert.Equal((receipt, StuckReason.Failing), (stuck.Name, stuck.Reason));
        Assert.Equal([receipt], forms.Inbox.Names(Inbox.New));
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE submissions DROP CONSTRAINT unforeseen", Ct);
        await work.RunDueAsync(Ct);
        Assert.Equal(SubmissionState.Received, (await forms.FindAsync(receipt)).State);
        Assert.False(await db.StuckEnvelopes.AnyAsync(Ct));
    }

    [Fact]
    public async Task Nothing_is_shown_of_an_envelope_that_was_swept_away()
    {
        foreach (var name in (string[])["K7QM3FPX9WDT", "K7QM3FPX9WDU"]) await File.WriteAllTextAsync(forms.Inbox.Of(Inbox.New, name), "no envelope", Ct);
        await forms.RunAsync();
        File.SetLastWriteTimeUtc(forms.Inbox.Of(Inbox.Broken, "K7QM3FPX9WDT"), cms.Clock.GetUtcNow().AddDays(-181).UtcDateTime);
        await cms.Get<Cms.Personal.RetentionWork>().RunDueAsync(Ct);
        await using var db = await cms.DbAsync();
        Assert.Equal(["K7QM3FPX9WDU"], await db.StuckEnvelopes.Select(stuck => stuck.Name).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_captured_forms_process_cannot_say_that_something_came_at_another_time()
    {
        var record = await forms.FileAsync(MemberRegistration.Name, FormsProcess.Registration());
        var link = await forms.LinkAsync("hanako@maker.example");
        cms.Clock.Advance(Cms.Members.Tickets.Lifetime + TimeSpan.FromHours(1));
        await forms.RunAsync();
        var (looked, late) = (cms.Clock.GetUtcNow(), await forms.MakeAsync(MailVerification.Name, [], link));
        await forms.AcceptAsync(late with { ReceivedAt = late.ReceivedAt.AddHours(-2) });
        await forms.RunAsync();
        Assert.Equal((SubmissionState.Refused, SubmissionState.Unverified), ((await forms.FindAsync(late.Receipt)).State, (await forms.FindAsync(record.Id)).State));
        for (var day = 1; day <= 2 * MailShare.AnHour; day++)
        {
            var question = await forms.MakeAsync(Inquiry.Name, FormsProcess.Question("victim@visitor.example"));
            await forms.AcceptAsync(question with { ReceivedAt = question.ReceivedAt.AddDays(day % 2 == 0 ? day : -day) });
            await forms.RunAsync();
            Assert.InRange((await forms.FindAsync(question.Receipt)).ReceivedAt, looked - TimeSpan.FromMinutes(2), cms.Clock.GetUtcNow());
        }
        Assert.Equal(MailShare.AnHour, (await forms.MailsAsync("victim@visitor.example")).Count);
    }

    [Fact]
    public async Task After_rotation_both_what_was_sealed_before_and_after_is_filed()
    {
        var before = await forms.AcceptAsync(Inquiry.Name, FormsProcess.Question("a@visitor.example"));
        var attached = await forms.AttachAsync("files", "案内.pdf", "%PDF-1.7 old key"u8.ToArray());
        var old = cms.Get<SealingKeys>().All[0].Id;
        var made = await cms.Get<SealingKeys>().RotateAsync(Ct);
        Assert.Equal([made, old], cms.Get<SealingKeys>().All.Select(key => key.Id));
        var after = await forms.AcceptAsync(Inquiry.Name, FormsProcess.Question("b@visitor.example"), null, null, attached);
        await forms.RunAsync();
        Assert.Equal(SubmissionState.Received, (await forms.FindAsync(before)).State);
        Assert.Equal(SubmissionState.Received, (await forms.FindAsync(after)).State);
        Assert.Equal(made, KeySet.Parse(await File.ReadAllBytesAsync(forms.Inbox.Of(Inbox.Keys), Ct)).Current.Id);
    }

    [Fact]
    public async Task An_old_key_goes_once_nothing_sealed_to_it_can_come()
    {
        var keys = cms.Get<SealingKeys>();
        var first = keys.All[0].Id;
        await keys.RotateAsync(Ct);
        cms.Clock.Advance(SealingKeys.Kept - TimeSpan.FromDays(1));
        await keys.RotateAsync(Ct);
        Assert.Contains(first, keys.All.Select(key => key.Id));
        cms.Clock.Advance(TimeSpan.FromDays(2));
        await keys.RotateAsync(Ct);
        Assert.DoesNotContain(first, keys.All.Select(key => key.Id));
        Assert.Equal(3, keys.All.Count);
    }

    [Fact]
    public async Task What_a_captured_forms_process_could_write_is_refused_and_shown()
    {
        var honest = await forms.MakeAsync(Inquiry.Name, FormsProcess.Question());
        var choice = FormsProcess.Question();
        choice["topic"] = "not a choice";
        Submission[] forged =
        [
            honest with { Form = "unknown", Definition = honest.Definition with { Name = "unknown" } },
            honest with { Form = MemberRegistration.Name },
            honest with { Answers = [] },
            honest with { Answers = choice },
            honest with { Files = [new SubmittedFile("files", "a.b.c", null)] },
        ];
        foreach (var submission in forged) await forms.AcceptAsync(submission with { Receipt = (await forms.MakeAsync(Inquiry.Name, [])).Receipt });
        var key = KeySet.Parse(await File.ReadAllBytesAsync(forms.Inbox.Of(Inbox.Keys), Ct)).Current;
        await File.WriteAllTextAsync(forms.Inbox.Of(Inbox.New, "K7QM3FPX9WDT"), Envelope.Seal(JsonSerializer.SerializeToUtf8Bytes(honest, ContentJson.Options), key), Ct);
        await File.WriteAllTextAsync(forms.Inbox.Of(Inbox.New, "K7QM3FPX9WDU"), Envelope.Seal("{\"receipt\":7}"u8, key), Ct);
        await forms.RunAsync();
        await using var db = await cms.DbAsync();
        Assert.False(await db.Submissions.AnyAsync(Ct));
        Assert.Equal(forged.Length + 2, await db.Set<StuckEnvelope>().CountAsync(Ct));
        Assert.Empty(forms.Inbox.Names(Inbox.New));
        Assert.Empty(await forms.MailsAsync());
    }

    [Fact]
    public async Task No_address_can_be_flooded_with_mails()
    {
        for (var i = 0; i < 6; i++) await forms.FileAsync(Inquiry.Name, FormsProcess.Question("victim@visitor.example"));
        Assert.Equal(MailShare.AnHour, (await forms.MailsAsync("victim@visitor.example")).Count);
        for (var hour = 0; hour < 12; hour++)
        {
            cms.Clock.Advance(TimeSpan.FromMinutes(61));
            await forms.FileAsync(Inquiry.Name, FormsProcess.Question(" ＶＩＣＴＩＭ@visitor.example"));
        }
        Assert.True((await forms.MailsAsync()).Count <= MailShare.ADay);
        await using var db = await cms.DbAsync();
        Assert.Equal(18, await db.Submissions.CountAsync(Ct));
    }

    [Fact]
    public async Task Line_breaks_in_names_add_no_header_to_a_mail()
    {
        await using var db = await cms.DbAsync();
        cms.Get<Mail.PersonalMail>().Add(db, "a@visitor.example", "件名\r\nBcc: everybody@visitor.example", "本文", cms.Clock.GetUtcNow());
        Assert.Throws<ArgumentException>(() => cms.Get<Mail.PersonalMail>().Add(db, "a@visitor.example\r\nBcc: b@visitor.example", "件名", "本文", cms.Clock.GetUtcNow()));
        var answers = FormsProcess.Registration("架橋\r\nBcc: everybody@visitor.example");
        await forms.AcceptAsync(MemberRegistration.Name, answers);
        await forms.RunAsync();
        Assert.Equal(StuckReason.Refused, (await db.Set<StuckEnvelope>().SingleAsync(Ct)).Reason);
        await db.SaveChangesAsync(Ct);
        await cms.Get<Mail.MailSender>().RunDueAsync(Ct);
        foreach (var file in Directory.GetFiles(Path.Combine(cms.Options.DataDirectory, "mail")))
            Assert.DoesNotContain((await File.ReadAllLinesAsync(file, Ct)), line => line.StartsWith("Bcc:", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task With_the_mail_server_down_submissions_are_filed_and_answered_later()
    {
        using var closed = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        closed.Start();
        var port = ((System.Net.IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        var record = await forms.FileAsync(Inquiry.Name, FormsProcess.Question());
        var down = new Mail.MailSender(cms.Get<IDbContextFactory<CmsDb>>(), cms.Options with { SmtpHost = "127.0.0.1", SmtpPort = port }, cms.Get<Mail.PersonalMail>(), cms.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<Mail.MailSender>.Instance);
        await down.RunDueAsync(Ct);
        await using (var db = await cms.DbAsync()) Assert.True(await db.Outbox.AnyAsync(mail => mail.Personal && mail.SentAt == null && mail.DueAt != null, Ct));
        cms.Clock.Advance(TimeSpan.FromDays(1));
        await cms.Get<Mail.MailSender>().RunDueAsync(Ct);
        await using (var db = await cms.DbAsync()) Assert.False(await db.Outbox.AnyAsync(mail => mail.SentAt == null, Ct));
        Assert.Equal(SubmissionState.Received, record.State);
    }
}
