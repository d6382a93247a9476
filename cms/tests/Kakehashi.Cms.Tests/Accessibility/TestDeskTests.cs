using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Delivery;
using Kakehashi.Cms.Tests.Setting;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Accessibility;

public sealed class TestDeskTests(Installation cms) : IClassFixture<Installation>, IAsyncLifetime
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    TestDesk Desk => cms.Get<TestDesk>();

    // Each test has the table to itself; what was judged cannot be deleted, only the whole database.
    public async ValueTask InitializeAsync()
    {
        await using var db = await cms.DbAsync();
        await db.Database.ExecuteSqlAsync($"ALTER TABLE judgements DISABLE TRIGGER USER; DELETE FROM judgements; ALTER TABLE judgements ENABLE TRIGGER USER; DELETE FROM accessibility_tests; DELETE FROM delivery.accessibility_tests", Ct);
        cms.Clock.MoveTo("2026-06-01T10:00:00");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    async Task<OpenTest> BeginAsync(params IEnumerable<Assertion> also)
    {
        Assert.Equal((2026, null), await Desk.BeginAsync(MachineFile.Of(also: also).Write(), cms.Secretariat, Ct));
        return await OpenAsync();
    }

    async Task<OpenTest> OpenAsync() => (await cms.Get<TestQueries>().FindAsync(2026, Ct))!;

    async Task JudgeAsync(string? page, params IReadOnlyList<JudgementEntry> entries)
    {
        var (saved, mistakes) = await Desk.JudgeAsync(2026, page, entries, null, cms.Secretariat, Ct);
        Assert.Empty(mistakes);
        Assert.Equal(entries.Count, saved);
    }

    async Task FinishAsync() => Assert.Empty(await Desk.DescribeAsync(2026, TestDetails.Of((await OpenAsync()).Machine, (await OpenAsync()).Test) with { Ended = "2026年6月1日", Testers = "事務局" }, cms.Secretariat, Ct));

    static Outcome OutcomeOf(OpenTest open, string criterion) => Conclusion.Of(open.Test, CriteriaSet.Jis2016, MachineFile.Day, _ => true).Criteria.Single(one => one.Criterion.Number == criterion).Outcome;

    [Fact]
    public async Task A_test_begins_once_in_the_fiscal_year_of_today()
    {
        await BeginAsync();
        Assert.Contains("もう始まっています", (await Desk.BeginAsync(MachineFile.Of().Write(), cms.Secretariat, Ct)).Problem, StringComparison.Ordinal);
        Assert.Contains("2025年度の検査です。2026年度の", (await Desk.BeginAsync(MachineFile.Of(2025).Write(), cms.Secretariat, Ct)).Problem, StringComparison.Ordinal);
        Assert.Contains("https://elsewhere.example/ の検査です", (await Desk.BeginAsync((MachineFile.Of() with { Site = new Uri("https://elsewhere.example/") }).Write(), cms.Secretariat, Ct)).Problem, StringComparison.Ordinal);
        await using var db = await cms.DbAsync();
        Assert.Contains(await db.Audit.Select(entry => new { entry.Action, entry.Subject }).ToListAsync(Ct), entry => entry is { Action: "accessibility.begin", Subject: "accessibility:2026" });
    }

    [Fact]
    public async Task A_criterion_is_untested_until_every_page_of_the_sample_is_judged()
    {
        await BeginAsync();
        Assert.Equal(Outcome.Untested, OutcomeOf(await OpenAsync(), "2.4.4"));
        await JudgeAsync("/", new JudgementEntry("2.4.4", Outcome.Passed, "", 0));
        Assert.Equal(Outcome.Untested, OutcomeOf(await OpenAsync(), "2.4.4"));
        await JudgeAsync("/articles/a/", new JudgementEntry("2.4.4", Outcome.Passed, "", 0));
        var open = await OpenAsync();
        Assert.Equal(Outcome.Passed, OutcomeOf(open, "2.4.4"));
        var said = open.Test.Assertions.Single(one => one is { Page: "/", Criterion: "2.4.4", Mode: TestMode.Manual });
        Assert.Equal(("事務局", MachineFile.Day, null), (said.By, said.On, said.Note));
        Assert.Equal(cms.Secretariat.Id, open.Judgements[0].AccountId);
    }

    [Fact]
    public async Task What_machines_call_a_failure_stands_until_a_person_judges_that_very_finding()
    {
        await BeginAsync();
        await JudgeAsync("/", new JudgementEntry("2.4.4", Outcome.Passed, "", 0));
        var newer = MachineFile.Of(also: MachineFile.Said("/", "2.4.4", Outcome.Failed, "「こちら」だけのリンクです。"));
        Assert.Null((await Desk.ReplaceMachineAsync(2026, newer.Write(), false, cms.Secretariat, Ct)).Problem);
        Assert.Equal(Outcome.Failed, OutcomeOf(await OpenAsync(), "2.4.4"));
        var row = Worksheet.Of(await OpenAsync()).Find("/")!.Rows.Single(one => one.Criterion.Number == "2.4.4");
        Assert.Equal((TestMode.SemiAutomatic, false, 1), (row.Mode, row.IsJudged, row.History.Count));
        await JudgeAsync("/", new JudgementEntry("2.4.4", Outcome.Passed, "表の見出しと合わせて分かります。", 0));
        await JudgeAsync("/articles/a/", new JudgementEntry("2.4.4", Outcome.Passed, "", 0));
        var open = await OpenAsync();
        Assert.Equal(Outcome.Passed, OutcomeOf(open, "2.4.4"));
        Assert.Equal(TestMode.SemiAutomatic, open.Test.Assertions.Single(one => one is { Page: "/", Criterion: "2.4.4", Mode: not TestMode.Automatic }).Mode);
    }

    [Fact]
    public async Task Newer_machine_evidence_keeps_judgements_and_the_sample_and_tells_what_is_missing()
    {
        await BeginAsync();
        await JudgeAsync("/articles/a/", new JudgementEntry("2.4.4", Outcome.Passed, "", 0));
        var other = MachineFile.Of() with { Sample = new PageSample("other", [new RepresentativePage("/", "トップページ")], []), Assertions = [MachineFile.Said("/", "3.1.1", Outcome.Passed)] };
        var (said, _) = await Desk.ReplaceMachineAsync(2026, other.Write(), false, cms.Secretariat, Ct);
        Assert.Contains("1ページは、新しい検査の結果にありません：/articles/a/。", said, StringComparison.Ordinal);
        var open = await OpenAsync();
        Assert.Equal(["/", "/articles/a/"], open.Machine.Sample.Pages);
        Assert.Equal(2, open.Test.Assertions.Count);

        (said, _) = await Desk.ReplaceMachineAsync(2026, other.Write(), true, cms.Secretariat, Ct);
        Assert.Contains("1ページが外れました。外れたページ：/articles/a/。", said, StringComparison.Ordinal);
        open = await OpenAsync();
        Assert.Equal((1, 1), (open.Judgements.Count, open.Test.Assertions.Count));
    }

    [Fact]
    public async Task The_newest_judgement_counts_and_the_older_ones_stay()
    {
        await BeginAsync();
        await JudgeAsync("/", new JudgementEntry("1.1.1", Outcome.Failed, "地図に説明がありません。", 0));
        var first = (await OpenAsync()).HistoryOf("/", "1.1.1")[0];
        await JudgeAsync("/", new JudgementEntry("1.1.1", Outcome.Passed, "説明を加えました。", first.Number));
        var open = await OpenAsync();
        Assert.Equal([Outcome.Passed, Outcome.Failed], open.HistoryOf("/", "1.1.1").Select(judgement => judgement.Outcome));
        Assert.Equal(Outcome.Passed, OutcomeOf(open, "1.1.1"));
        await using var db = await cms.DbAsync();
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlAsync($"UPDATE judgements SET note = ''", Ct));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlAsync($"DELETE FROM judgements", Ct));
    }

    [Fact]
    public async Task A_failure_needs_a_note_and_a_judgement_that_somebody_replaced_meanwhile_is_asked_again()
    {
        await BeginAsync();
        var (saved, mistakes) = await Desk.JudgeAsync(2026, "/", [new("1.1.1", Outcome.Failed, "", 0), new("1.3.1", Outcome.Passed, "", 0), new("1.3.2", Outcome.Untested, "メモだけ", 0)], null, cms.Secretariat, Ct);
        Assert.Equal(0, saved);
        Assert.Equal(["note.1.1.1", "outcome.1.3.2"], mistakes.Select(mistake => mistake.Field));
        Assert.Empty((await OpenAsync()).Judgements);

        await JudgeAsync("/", new JudgementEntry("1.3.1", Outcome.Passed, "", 0));
        (_, mistakes) = await Desk.JudgeAsync(2026, "/", [new("1.3.1", Outcome.Failed, "見出しがありません。", 0)], null, cms.Secretariat, Ct);
        Assert.Contains("判定か機械の結果が変わりました", Assert.Single(mistakes).Message, StringComparison.Ordinal);
        (saved, mistakes) = await Desk.JudgeAsync(2026, "/", [new("1.3.1", Outcome.Untested, "", 0)], null, cms.Secretariat, Ct);
        Assert.Equal((0, 0), (saved, mistakes.Count));
    }

    [Fact]
    public async Task The_word_that_only_evidence_gives_can_be_typed_nowhere()
    {
        await BeginAsync();
        var (_, mistakes) = await Desk.JudgeAsync(2026, "/", [new("1.1.1", Outcome.Passed, "JISに準拠しています。", 0)], null, cms.Secretariat, Ct);
        Assert.Contains("「準拠」と書かないでください", Assert.Single(mistakes).Message, StringComparison.Ordinal);
        var details = TestDetails.Of((await OpenAsync()).Machine, (await OpenAsync()).Test);
        Assert.Equal("testers", Assert.Single(await Desk.DescribeAsync(2026, details with { Testers = "準拠を確かめた会社" }, cms.Secretariat, Ct)).Field);
        Assert.Contains("だれも書けません", MachineEvidence.Read(MachineFile.Of(also: MachineFile.Said("/", "1.1.1", Outcome.Passed, "準拠")).Write()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_known_assistive_technology_is_noted_and_it_is_published_with_the_part()
    {
        await BeginAsync();
        Assert.Equal("technology", Assert.Single((await Desk.JudgeAsync(2026, "/", [new("4.1.2", Outcome.Passed, "", 0)], "知らないもの", cms.Secretariat, Ct)).Mistakes).Field);
        var details = TestDetails.Of((await OpenAsync()).Machine, (await OpenAsync()).Test) with { Assistive = [new("NVDA", "2026.2", "Firefox 150", "Windows 11"), new("", "", "", "")] };
        Assert.Empty(await Desk.DescribeAsync(2026, details, cms.Secretariat, Ct));
        Assert.Empty((await Desk.JudgeAsync(2026, "/", [new("4.1.2", Outcome.Passed, "", 0)], "NVDA 2026.2・Firefox 150・Windows 11", cms.Secretariat, Ct)).Mistakes);
        Assert.Equal("事務局（NVDA 2026.2・Firefox 150・Windows 11）", (await OpenAsync()).Test.Assertions.Single(said => said.Mode == TestMode.Manual).By);
    }

    [Fact]
    public async Task The_same_result_with_another_technology_or_note_is_a_judgement_of_its_own()
    {
        await BeginAsync();
        var details = TestDetails.Of((await OpenAsync()).Machine, (await OpenAsync()).Test) with { Assistive = [new("NVDA", "2026.2", "Firefox 150", "Windows 11"), new("PC-Talker", "Neo", "Edge 150", "Windows 11")] };
        Assert.Empty(await Desk.DescribeAsync(2026, details, cms.Secretariat, Ct));
        async Task<(int Saved, IReadOnlyList<Frame.Mistake> Mistakes)> AgainAsync(string note, bool again, string? technology) =>
            await Desk.JudgeAsync(2026, "/", [new("4.1.2", Outcome.Passed, note, (await OpenAsync()).HistoryOf("/", "4.1.2") is [var newest, ..] ? newest.Number : 0, again)], technology, cms.Secretariat, Ct);
        Assert.Equal(1, (await AgainAsync("", false, "NVDA 2026.2・Firefox 150・Windows 11")).Saved);
        Assert.Contains("「もう一度判定した」", Assert.Single((await AgainAsync("", false, "PC-Talker Neo・Edge 150・Windows 11")).Mistakes).Message, StringComparison.Ordinal);
        Assert.Equal(1, (await AgainAsync("", true, "PC-Talker Neo・Edge 150・Windows 11")).Saved);
        Assert.Equal(1, (await AgainAsync("表の中も使えます。", false, null)).Saved);
        Assert.Equal(0, (await AgainAsync("表の中も使えます。", false, null)).Saved);
        Assert.Equal([null, "PC-Talker Neo・Edge 150・Windows 11", "NVDA 2026.2・Firefox 150・Windows 11"], (await OpenAsync()).HistoryOf("/", "4.1.2").Select(judgement => judgement.AssistiveTechnology));
    }

    [Fact]
    public async Task Details_are_mended_before_they_are_kept_and_two_people_do_not_undo_each_other()
    {
        await BeginAsync(MachineFile.Said("/", "1.4.2", Outcome.Failed, "音が鳴り続けます。"));
        var open = await OpenAsync();
        var details = TestDetails.Of(open.Machine, open.Test);
        Assert.Equal("1.4.2", Assert.Single(details.Plans).Criterion);
        var mistakes = await Desk.DescribeAsync(
            2026, details with { Started = "きのう", Ended = "2026年6月2日", Technologies = "", Assistive = [new("NVDA", "", "", "")], Plans = [("1.4.2", "止めるボタンを付けます。", "")] }, cms.Secretariat, Ct);
        Assert.Equal(["started", "ended", "technologies", "at.0.name", "plan.1.4.2.due"], mistakes.Select(mistake => mistake.Field));
        Assert.Empty(await Desk.DescribeAsync(2026, details with { Plans = [("1.4.2", "止めるボタンを付けます。", "令和9年3月31日")] }, cms.Secretariat, Ct));
        Assert.Contains("ほかの人が", Assert.Single(await Desk.DescribeAsync(2026, details, cms.Secretariat, Ct)).Message, StringComparison.Ordinal);
        Assert.Equal(new Plan("1.4.2", "止めるボタンを付けます。", new DateOnly(2027, 3, 31)), StatedEditions.FailedIn((await OpenAsync()).Test).Single().Plan);
    }

    [Fact]
    public async Task Only_a_finished_test_is_published_and_readers_of_the_site_learn_of_it()
    {
        await BeginAsync();
        Assert.Contains("終えた日がありません", await Desk.PublishAsync(2026, cms.Secretariat, Ct), StringComparison.Ordinal);
        foreach (var sheet in Worksheet.Of(await OpenAsync()).Sheets) await JudgeAsync(sheet.Page, MachineFile.All(sheet));
        await FinishAsync();
        await using var db = await cms.DbAsync();
        var before = await db.PublicChanges.CountAsync(Ct);
        cms.Clock.MoveTo("2026-06-03T09:00:00");
        Assert.Null(await Desk.PublishAsync(2026, cms.Secretariat, Ct));
        Assert.Equal("program", (await db.PublicChanges.OrderBy(change => change.Sequence).ToListAsync(Ct)).Skip(before).Single().Subject);
        var delivered = Assert.Single((await cms.Get<DeliveryReader>().ProgramAsync(Ct))!.Tests);
        var test = ConformanceTest.Read(delivered.Document);
        Assert.Equal((2026, new DateOnly(2026, 6, 3)), (delivered.FiscalYear, test.StatedOn));
        Assert.All(StatedEditions.All, set => Assert.Empty(Conclusion.Of(test, set, MachineFile.Day, _ => true).Blockers));
        Assert.DoesNotContain(cms.Secretariat.Name, delivered.Document, StringComparison.Ordinal);
        Assert.False((await OpenAsync()).HasNews);
        Assert.Contains("変わったところはありません", await Desk.PublishAsync(2026, cms.Secretariat, Ct), StringComparison.Ordinal);

        await JudgeAsync("/", new JudgementEntry("1.1.1", Outcome.Failed, "グラフに説明がありません。", (await OpenAsync()).HistoryOf("/", "1.1.1")[0].Number));
        Assert.True((await OpenAsync()).HasNews);
        Assert.DoesNotContain("グラフ", (await cms.Get<DeliveryReader>().ProgramAsync(Ct))!.Tests[0].Document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretariat_is_told_a_month_before_the_public_test_is_out_of_date_and_when_it_is()
    {
        await BeginAsync();
        await FinishAsync();
        Assert.Null(await Desk.PublishAsync(2026, cms.Secretariat, Ct));
        var reminders = cms.Get<TestReminders>();
        async Task<List<string>> MailsAsync(string day)
        {
            cms.Clock.MoveTo(day);
            await reminders.RunDueAsync(Ct);
            await reminders.RunDueAsync(Ct);
            await using var db = await cms.DbAsync();
            return [.. (await db.Outbox.Where(mail => mail.Subject.Contains("アクセシビリティの試験")).OrderBy(mail => mail.CreatedAt).ToListAsync(Ct)).Select(mail => $"{mail.Recipient} {mail.Subject}")];
        }

        Assert.Empty(await MailsAsync("2027-05-01T09:00:00"));
        Assert.Equal(["yuki@office.example 【お知らせ】2026年度のアクセシビリティの試験から、まもなく1年です"], await MailsAsync("2027-05-02T09:00:00"));
        Assert.Single(await MailsAsync("2027-06-01T23:00:00"));
        Assert.Equal("yuki@office.example 【期限切れ】2026年度のアクセシビリティの試験から1年を過ぎました", (await MailsAsync("2027-06-02T00:00:00"))[1]);
        Assert.Equal(2, (await MailsAsync("2028-06-02T00:00:00")).Count);
        Assert.True(Conclusion.Of(ConformanceTest.Read((await OpenAsync()).Record.PublicDocument!), CriteriaSet.Jis2016, new DateOnly(2027, 6, 2), _ => true).Outdated);
        Assert.False(Conclusion.Of(ConformanceTest.Read((await OpenAsync()).Record.PublicDocument!), CriteriaSet.Jis2016, new DateOnly(2027, 6, 1), _ => true).Outdated);
    }
}
