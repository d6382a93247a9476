using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Delivery;
using Kakehashi.Cms.Tests.Setting;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Accessibility;

public sealed class SelfEvaluationDeskTests(Installation cms) : IClassFixture<Installation>, IAsyncLifetime
{
    static readonly string[] Typed = [.. EvaluationItem.All.Where(item => !item.IsDerived).Select(item => item.Id)];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    SelfEvaluationDesk Desk => cms.Get<SelfEvaluationDesk>();

    // What was answered cannot be deleted, so each test has a year to itself.
    public ValueTask InitializeAsync()
    {
        cms.Clock.MoveTo("2026-06-01T10:00:00");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    Task<OpenEvaluation> OpenAsync(int year) => cms.Get<SelfEvaluationQueries>().FindAsync(year, Ct);

    async Task<EvaluationRow> RowAsync(int year, string item) => (await OpenAsync(year)).Rows.Single(row => row.Item.Id == item);

    async Task FillAsync(int year) =>
        Assert.Empty(await Desk.SaveAsync(year, [.. Typed.Select(item => new EvaluationEntry(item, Attainment.Done, $"{item}の文書", 0))], cms.Secretariat, Ct));

    [Fact]
    public async Task The_newest_answer_counts_and_the_older_ones_stay_with_who_gave_them_and_when()
    {
        Assert.Empty(await Desk.SaveAsync(2021, [new("training", Attainment.None, "まだです。", 0)], cms.Secretariat, Ct));
        cms.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await Desk.SaveAsync(2021, [new("training", Attainment.Done, "5月に12人が受けました。", (await RowAsync(2021, "training")).Number)], cms.Secretariat, Ct));
        var row = await RowAsync(2021, "training");
        Assert.Equal([(Attainment.Done, 2), (Attainment.None, 1)], row.History.Select(answer => (answer.Attainment, answer.At.Hour)));
        Assert.Equal((2, "事務局"), (row.Points, row.Answer!.By));
        Assert.All(row.History, answer => Assert.Equal(cms.Secretariat.Id, answer.AccountId));
        await using var db = await cms.DbAsync();
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlAsync($"UPDATE evaluation_answers SET evidence = ''", Ct));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlAsync($"DELETE FROM evaluation_answers", Ct));
    }

    [Fact]
    public async Task Years_stand_for_themselves()
    {
        await FillAsync(2022);
        Assert.All((await OpenAsync(2023)).Rows.Where(row => !row.Item.IsDerived), row => Assert.Null(row.Answer));
        Assert.Contains(2022, await cms.Get<SelfEvaluationQueries>().YearsAsync(Ct));
        Assert.DoesNotContain(2023, await cms.Get<SelfEvaluationQueries>().YearsAsync(Ct));
    }

    [Fact]
    public async Task Two_people_do_not_answer_over_each_other_and_the_same_answer_again_adds_nothing()
    {
        await FillAsync(2020);
        var second = Assert.Single(await Desk.SaveAsync(2020, [new("office", Attainment.None, "ありません。", 0)], cms.Secretariat, Ct));
        Assert.Contains("ほかの人が答えました", second.Message, StringComparison.Ordinal);
        var row = await RowAsync(2020, "office");
        Assert.Empty(await Desk.SaveAsync(2020, [new("office", Attainment.Done, "officeの文書", row.Number)], cms.Secretariat, Ct));
        Assert.Single((await RowAsync(2020, "office")).History);
    }

    [Fact]
    public async Task What_the_system_answers_and_the_word_that_only_evidence_gives_cannot_be_typed()
    {
        Assert.Empty(await Desk.SaveAsync(2019, [new("results", Attainment.Done, "公表しました。", 0)], cms.Secretariat, Ct));
        Assert.Equal(0, (await RowAsync(2019, "results")).Points);
        Assert.Contains("「準拠」と書かないでください", Assert.Single(await Desk.SaveAsync(2019, [new("procurement", Attainment.Done, "JISに準拠した仕様書", 0)], cms.Secretariat, Ct)).Message, StringComparison.Ordinal);
        Assert.Equal(["attainment.office", "evidence.training"], (await Desk.SaveAsync(2019, [new("office", null, "文書", 0), new("training", Attainment.Done, "", 0)], cms.Secretariat, Ct)).Select(mistake => mistake.Field));
    }

    [Fact]
    public async Task A_whole_one_is_published_without_names_and_stays_until_it_is_published_again()
    {
        Assert.Contains("「年度の計画」", await Desk.PublishAsync(2024, cms.Secretariat, Ct), StringComparison.Ordinal);
        await FillAsync(2024);
        Assert.Null(await Desk.PublishAsync(2024, cms.Secretariat, Ct));
        var delivered = (await cms.Get<DeliveryReader>().ProgramAsync(Ct))!.Evaluations.Single(one => one.FiscalYear == 2024);
        var published = SelfEvaluation.Read(delivered.Document);
        Assert.Null(EvaluationFault.Of(published));
        Assert.Equal((new DateOnly(2026, 6, 1), 14), (published.StatedOn, published.Points));
        Assert.DoesNotContain(cms.Secretariat.Name, delivered.Document, StringComparison.Ordinal);
        Assert.DoesNotContain(cms.Secretariat.Id.ToString(), delivered.Document, StringComparison.OrdinalIgnoreCase);
        cms.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("変わったところはありません", await Desk.PublishAsync(2024, cms.Secretariat, Ct), StringComparison.Ordinal);

        Assert.Empty(await Desk.SaveAsync(2024, [new("feedback", Attainment.Partly, "窓口はありますが、生かせていません。", (await RowAsync(2024, "feedback")).Number)], cms.Secretariat, Ct));
        Assert.Equal((true, 13, 14), ((await OpenAsync(2024)).HasNews, (await OpenAsync(2024)).Points, (await OpenAsync(2024)).Published!.Points));
        Assert.Null(await Desk.PublishAsync(2024, cms.Secretariat, Ct));
        await using var db = await cms.DbAsync();
        Assert.Equal(2, await db.EvaluationPublications.CountAsync(one => one.FiscalYear == 2024, Ct));
        Assert.Contains(await db.Audit.Select(entry => entry.Action).ToListAsync(Ct), action => action == "accessibility.evaluation.publish");
    }
}
