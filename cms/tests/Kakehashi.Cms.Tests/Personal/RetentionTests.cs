using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Tests.Intake;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kakehashi.Cms.Tests.Personal;

public sealed class RetentionTests(Cluster cluster) : IAsyncLifetime
{
    const string Hanako = "hanako@maker.example";
    const string Taro = "taro@visitor.example";
    readonly Installation cms = new(cluster);
    FormsProcess forms = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    Retention Retention => cms.Get<Retention>();

    SubmissionDesk Desk => cms.Get<SubmissionDesk>();

    public async ValueTask InitializeAsync()
    {
        await cms.InitializeAsync();
        forms = new FormsProcess(cms);
        await forms.StartAsync();
    }

    public ValueTask DisposeAsync() => cms.DisposeAsync();

    [Fact]
    public async Task A_dump_of_the_database_and_the_data_directory_tell_nobodys_name_or_address()
    {
        await forms.JoinAsync();
        var record = await forms.FileAsync(Inquiry.Name, FormsProcess.Question(), null, null, await forms.AttachAsync("files", "個人の履歴書.pdf", "%PDF-1.7 a"u8.ToArray()));
        await Desk.NoteAsync(record.Id, cms.Secretariat, SubmissionEventKind.Note, "質問太郎さんに電話した。", Ct);
        await Desk.ReplyAsync(record.Id, cms.Secretariat, "質問太郎様　お答えします。", Ct);
        var dump = await DumpAsync();
        Assert.Contains("架橋システム株式会社", dump, StringComparison.Ordinal);
        foreach (var secret in new[] { "花子", "太郎", Hanako, Taro, "090-0000-0000", "登録の方法を教えて", "履歴書", "/forms/t/" })
        {
            Assert.DoesNotContain(secret, dump, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)), dump, StringComparison.Ordinal);
            foreach (var file in Directory.EnumerateFiles(cms.Options.DataDirectory, "*", SearchOption.AllDirectories))
                Assert.Equal(-1, (await File.ReadAllBytesAsync(file, Ct)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));
        }
    }

    async Task<string> DumpAsync()
    {
        var connection = new NpgsqlConnectionStringBuilder(cms.Options.ConnectionString);
        var tool = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last(), "bin", "pg_dump");
        using var process = Process.Start(new ProcessStartInfo(tool, ["-h", connection.Host!, "-U", connection.Username!, connection.Database!]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var dump = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
        return dump;
    }

    [Fact]
    public async Task Rows_swapped_in_the_database_are_refused()
    {
        var one = await forms.FileAsync(Inquiry.Name, FormsProcess.Question("a@visitor.example"));
        var other = await forms.FileAsync(Inquiry.Name, FormsProcess.Question("b@visitor.example"));
        await using var db = await cms.DbAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE submissions SET content = {other.Content} WHERE id = {one.Id}", Ct);
        await Assert.ThrowsAsync<UnreadablePersonalDataException>(() => cms.Get<SubmissionReading>().OpenAsync(one.Id, cms.Secretariat, "確認", Ct));
    }

    [Fact]
    public async Task A_registration_that_nobody_confirms_vanishes_after_a_week()
    {
        var record = await forms.FileAsync(MemberRegistration.Name, FormsProcess.Registration());
        cms.Clock.Advance(Verifications.Waits - TimeSpan.FromMinutes(1));
        Assert.Empty((await Retention.RunAsync(Ct)).Lapsing);
        cms.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal([record.Receipt], (await Retention.PreviewAsync(cms.Clock.GetUtcNow(), Ct)).Lapsing);
        Assert.Equal(SubmissionState.Unverified, (await forms.FindAsync(record.Id)).State);
        await Retention.RunAsync(Ct);
        var gone = await forms.FindAsync(record.Id);
        Assert.Equal((SubmissionState.Lapsed, null, null, "", null), (gone.State, gone.Content, gone.AddressIndex, gone.Headline, gone.Kept));
        Assert.True((await Retention.RunAsync(Ct)).IsEmpty);
    }

    [Fact]
    public async Task After_the_promised_time_only_what_is_about_nobodys_person_is_left()
    {
        var record = await forms.FileAsync(Inquiry.Name, FormsProcess.Question(), null, null, await forms.AttachAsync("files", "案内.pdf", "%PDF-1.7 a"u8.ToArray()));
        Assert.IsType<Decision.Done>(await Desk.CloseAsync(record.Id, cms.Secretariat, "お答えします。", Ct));
        var due = (await forms.FindAsync(record.Id)).DeletePersonalAt!.Value;
        Assert.Equal(cms.Clock.GetUtcNow().AddDays(365), due);
        Assert.Empty((await Retention.PreviewAsync(due.AddSeconds(-1), Ct)).Submissions);
        cms.Clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal([record.Receipt], (await Retention.RunAsync(Ct)).Submissions);
        var kept = await forms.FindAsync(record.Id);
        Assert.Equal((null, """{"topic": "other"}""", SubmissionState.Closed), (kept.Content, kept.Kept, kept.State));
        await using var db = await cms.DbAsync();
        Assert.False(await db.SubmissionEvents.AnyAsync(line => line.Text != null, Ct));
        Assert.True(await db.SubmissionEvents.AnyAsync(line => line.Action == SubmissionAction.Close, Ct));
        Assert.Null((await db.SubmissionFiles.SingleAsync(Ct)).Key);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(cms.Options.DataDirectory, "personal"), "*", SearchOption.AllDirectories));
        Assert.Null(await AuditTrail.VerifyAsync(db, Ct));
    }

    [Fact]
    public async Task Thirty_days_after_withdrawal_the_contacts_are_gone_and_the_member_stays_as_a_record()
    {
        var registration = await forms.JoinAsync();
        var withdrawal = await forms.FileAsync(Withdrawal.Name, new JsonObject { ["confirmed"] = true }, await forms.MyLinkAsync(Hanako));
        Assert.IsType<Decision.Done>(await Desk.ApproveAsync(withdrawal.Id, cms.Secretariat, null, Ct));
        cms.Clock.Advance(Withdrawals.Kept + TimeSpan.FromDays(1));
        var report = await Retention.RunAsync(Ct);
        Assert.Equal(1, report.Contacts);
        Assert.Contains(registration.Receipt, report.Submissions);
        await using var db = await cms.DbAsync();
        Assert.False(await db.MemberContacts.AnyAsync(Ct));
        Assert.Equal("架橋システム株式会社", (await db.Members.SingleAsync(Ct)).Name);
        Assert.Contains("架橋システム株式会社", (await forms.FindAsync(registration.Id)).Kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Proposals_are_kept_until_five_years_after_the_fiscal_year()
    {
        Assert.Equal(Content.JapaneseTime.Parse("2032-03-30T00:00:00"),
            SubmissionSteps.DeletionOf(new Content.Forms.Retention(5 * 365, Content.Forms.RetentionStart.FiscalYearEnd), SubmissionState.Approved, Content.JapaneseTime.Parse("2026-06-01T10:00:00")!.Value));
    }

    [Fact]
    public async Task One_person_gets_all_that_is_known_and_can_have_it_deleted()
    {
        await forms.JoinAsync("架橋システム株式会社", FormsProcess.Contact(), FormsProcess.Contact("second@maker.example", "二人目 次郎"));
        var inquiry = await forms.FileAsync(Inquiry.Name, FormsProcess.Question(" ＨＡＮＡＫＯ@maker.example"));
        var records = cms.Get<PersonalRecords>();
        Assert.Null(await records.ExportAsync(Hanako, cms.Approver, Ct));
        var all = (await records.ExportAsync("Hanako@maker.example", cms.Secretariat, Ct))!;
        Assert.Equal((1, 2, "見本 花子"), (all["contacts"]!.AsArray().Count, all["submissions"]!.AsArray().Count, (string?)all["contacts"]![0]!["name"]));
        Assert.NotEmpty(all["mails"]!.AsArray());
        Assert.Equal("本人への開示", (await cms.Get<ViewLog>().OfAsync($"submission:{inquiry.Id}", Ct))[0].Why);

        Assert.Contains("手続きが終わっていません", await records.DeleteAsync(Hanako, cms.Secretariat, Ct), StringComparison.Ordinal);
        Assert.IsType<Decision.Done>(await Desk.CloseAsync(inquiry.Id, cms.Secretariat, null, Ct));
        Assert.Null(await records.DeleteAsync(Hanako, cms.Secretariat, Ct));
        var after = (await records.ExportAsync(Hanako, cms.Secretariat, Ct))!;
        Assert.All(new[] { "contacts", "submissions", "mails" }, kind => Assert.Empty(after[kind]!.AsArray()));
        Assert.Contains("ただ一人の担当者", await records.DeleteAsync("second@maker.example", cms.Secretariat, Ct), StringComparison.Ordinal);
    }
}
