using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Accessibility.Tests.Evidence;

public sealed class ConclusionTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void All_tested_met_ended_and_stated_conforms()
    {
        var conclusion = Of(Everything());

        Assert.True(conclusion.Conforms);
        Assert.Empty(conclusion.Blockers);
        Assert.All(conclusion.Criteria, criterion => Assert.Equal(Outcome.Passed, criterion.Outcome));
    }

    [Fact]
    public void One_failure_on_one_page_fails_the_criterion()
    {
        var conclusion = Of(Everything() with { Assertions = [.. Everything().Assertions, Manual("/b/", "1.1.1", Outcome.Failed, Day.AddDays(1))] });

        Assert.Equal("/b/", Assert.Single(Of("1.1.1", conclusion).Failures).Page);
        Assert.Equal("満たしていない達成基準が1あります。", Assert.Single(conclusion.Blockers));
    }

    [Fact]
    public void Machine_alone_does_not_pass_what_people_must_judge()
    {
        var conclusion = Of(Everything() with { Assertions = [.. Everything().Assertions.Where(assertion => assertion.Mode == TestMode.Automatic)] });

        Assert.Equal(["/", "/b/"], Of("1.1.1", conclusion).Missing);
        Assert.Equal(Outcome.Untested, Of("1.1.1", conclusion).Outcome);
        Assert.Equal(Outcome.Passed, Of("3.1.1", conclusion).Outcome);
    }

    [Fact]
    public void What_a_machine_finds_nowhere_needs_no_person()
    {
        var without = Everything().Assertions.Where(assertion => assertion.Criterion != "1.2.1");
        var conclusion = Of(Everything() with { Assertions = [.. without, .. new[] { "/", "/b/" }.Select(page => Machine(page, "1.2.1", Outcome.Inapplicable))] });

        Assert.Equal(Outcome.Inapplicable, Of("1.2.1", conclusion).Outcome);
        Assert.True(conclusion.Conforms);
    }

    [Fact]
    public void Of_several_checkers_on_one_day_the_one_that_found_a_failure_counts()
    {
        var conclusion = Of(Everything() with { Assertions = [.. Everything().Assertions, Machine("/", "3.1.1", Outcome.Failed) with { By = "other 1.0" }] });
        Assert.Equal(Outcome.Failed, Of("3.1.1", conclusion).Outcome);
    }

    [Theory]
    [InlineData(TestMode.SemiAutomatic, Outcome.Passed)]
    [InlineData(TestMode.Manual, Outcome.Failed)]
    public void Only_a_judgement_of_the_finding_itself_clears_what_a_machine_calls_a_failure(TestMode mode, Outcome outcome)
    {
        var conclusion = Of(Everything() with { Assertions = [.. Everything().Assertions, Machine("/", "3.1.1", Outcome.Failed), Manual("/", "3.1.1", Outcome.Passed, Day) with { Mode = mode }] });
        Assert.Equal(outcome, Of("3.1.1", conclusion).Outcome);
    }

    [Theory]
    [InlineData("ended", "試験の期間が終わっていません。")]
    [InlineData("stated", "試験の結果を表明していません。")]
    public void Unfinished_test_does_not_conform(string part, string blocker) =>
        Assert.Contains(blocker, Of(part == "ended" ? Everything() with { EndedOn = null } : Everything() with { StatedOn = null }).Blockers);

    [Fact]
    public void Test_is_outdated_a_year_after_its_end()
    {
        Assert.False(Conclusion.Of(Everything(), CriteriaSet.Jis2016, Day.AddYears(1), _ => true).Outdated);
        var conclusion = Conclusion.Of(Everything(), CriteriaSet.Jis2016, Day.AddYears(1).AddDays(1), _ => true);
        Assert.True(conclusion.Outdated);
        Assert.Equal("試験から1年を過ぎています。", Assert.Single(conclusion.Blockers));
    }

    [Fact]
    public void Test_is_outdated_when_a_tested_page_is_gone()
    {
        var conclusion = Conclusion.Of(Everything(), CriteriaSet.Jis2016, Day, page => page == "/");
        Assert.True(conclusion.Outdated);
        Assert.False(conclusion.Conforms);
    }

    [Fact]
    public void Step_of_a_form_is_a_page_of_its_own_and_is_there_as_long_as_the_form_is()
    {
        var sample = Everything().Sample with { Processes = [new("問い合わせる", [new("/b/", "入力の画面", "この画面から始めます。"), new("/b/#confirm", "確認の画面", "送ると出ます。")])] };
        Assert.Equal(["/", "/b/", "/b/#confirm"], sample.Pages);
        var untested = Conclusion.Of(Everything() with { Sample = sample }, CriteriaSet.Jis2016, Day, page => page is "/" or "/b/");
        Assert.False(untested.Outdated);
        Assert.Equal(["/b/#confirm"], Of("3.1.1", untested).Missing);
        Assert.Equal((Everything() with { Sample = sample }).Write(), ConformanceTest.Read((Everything() with { Sample = sample }).Write()).Write());
    }

    [Fact]
    public void Empty_test_concludes_nothing() =>
        Assert.All(Of(Everything() with { Assertions = [], Sample = new("1", [], []) }).Criteria, criterion => Assert.Equal(Outcome.Untested, criterion.Outcome));

    [Fact]
    public void Same_test_is_written_alike_whatever_the_order_of_its_assertions()
    {
        var test = Everything();
        var written = test.Write();

        Assert.Equal(written, (test with { Assertions = [.. test.Assertions.Reverse()] }).Write());
        Assert.Equal(written, ConformanceTest.Read(written).Write());
    }

    [Fact]
    public void Test_that_goes_on_is_read_back_as_written()
    {
        var test = Everything() with { EndedOn = null, StatedOn = null, Assertions = [Machine("/", "3.1.1", Outcome.Failed) with { Note = "言語がありません。" }, Manual(null, "2.4.5", Outcome.Passed, Day)] };
        var read = ConformanceTest.Read(test.Write());

        Assert.Equal((null, null), (read.EndedOn, read.StatedOn));
        Assert.Equal(test.Assertions.Order(Assertion.ByCriterion), read.Assertions);
    }

    [Fact]
    public void Same_finding_on_many_pages_is_written_once()
    {
        var written = (Everything() with { Assertions = [Machine("/b/", "3.1.1", Outcome.Passed), Machine("/", "3.1.1", Outcome.Passed)] }).Write();
        Assert.Equal(1, written.Split("\"3.1.1\"").Length - 1);
        Assert.Equal(["/", "/b/"], ConformanceTest.Read(written).Assertions.Select(assertion => assertion.Page));
    }

    [Fact]
    public void Level_is_the_highest_of_which_everything_is_met()
    {
        Assert.Equal(ConformanceLevel.AA, Of(Everything()).Level);
        Assert.Equal(ConformanceLevel.A, Of(Everything() with { Assertions = [.. Everything().Assertions, Manual("/", "1.4.3", Outcome.Failed, Day.AddDays(1))] }).Level);
        Assert.Null(Of(Everything() with { Assertions = [] }).Level);
    }

    [Fact]
    public void Anybody_with_the_seed_draws_the_same_pages_whatever_their_order()
    {
        var pages = Enumerable.Range(0, 200).Select(number => $"/articles/{number}/").ToList();
        var drawn = PageSample.Draw(pages, "20261120");

        Assert.Equal(PageSample.RandomCount, drawn.Distinct().Count());
        Assert.Equal(drawn, PageSample.Draw(pages.AsEnumerable().Reverse(), "20261120"));
        Assert.NotEqual(drawn, PageSample.Draw(pages, "20261121"));
    }

    private static Conclusion Of(ConformanceTest test) => Conclusion.Of(test, CriteriaSet.Jis2016, Day, _ => true);

    private static CriterionConclusion Of(string number, Conclusion conclusion) => conclusion.Criteria.Single(criterion => criterion.Criterion.Number == number);

    private static ConformanceTest Everything() => new(
        2026, Day, Day, Day, new("https://dx.example/"), 300, new("20261120", [new("/", "トップページ")], ["/b/"]),
        [new("axe-core", "4.14.0", 2, 0)], [new("NVDA", "2026.1", "Firefox 153", "Windows 11")], ["HTML", "CSS"], ["事務局"],
        [
            .. from criterion in CriteriaSet.Jis2016.Criteria
               from page in criterion.Once ? new[] { null, "/", "/b/" } : ["/", "/b/"]
               from assertion in new[] { Machine(page, criterion.Number, Outcome.Passed), Manual(page, criterion.Number, Outcome.Passed, Day) }
               where assertion.Mode == TestMode.Automatic || criterion.Person is not null
               select assertion,
        ],
        []);

    private static Assertion Machine(string? page, string criterion, Outcome outcome) => new(page, criterion, TestMode.Automatic, outcome, "axe-core 4.14.0", Day);

    private static Assertion Manual(string? page, string criterion, Outcome outcome, DateOnly on) => new(page, criterion, TestMode.Manual, outcome, "事務局", on);
}
