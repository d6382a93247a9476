namespace Kakehashi.Accessibility.Tests;

public sealed class CriteriaSetTests
{
    [Fact]
    public void National_standard_has_25_criteria_of_level_A_and_13_of_AA()
    {
        var set = CriteriaSet.Jis2016;
        Assert.Equal((38, 25, 13), (set.Criteria.Count, set.Criteria.Count(criterion => criterion.Level == ConformanceLevel.A), set.Criteria.Count(criterion => criterion.Level == ConformanceLevel.AA)));
    }

    [Fact]
    public void Wcag_22_has_31_criteria_of_level_A_and_24_of_AA_and_parsing_no_more()
    {
        var set = CriteriaSet.Wcag22;
        Assert.Equal((55, 31, 24), (set.Criteria.Count, set.Criteria.Count(criterion => criterion.Level == ConformanceLevel.A), set.Criteria.Count(criterion => criterion.Level == ConformanceLevel.AA)));
        Assert.Null(set.Find("4.1.1"));
    }

    [Fact]
    public void Every_criterion_is_looked_after_by_a_rule_a_browser_or_a_person() =>
        Assert.All(CriteriaSet.All.SelectMany(set => set.Criteria), criterion =>
            Assert.True(criterion.Rules.Any() || criterion.Browser is not null || criterion.Person is not null, criterion.Number));

    [Fact]
    public void Numbers_are_unique_and_in_order() =>
        Assert.All(CriteriaSet.All, set => Assert.Equal(set.Criteria.OrderBy(criterion => Version.Parse(criterion.Number)).Select(criterion => criterion.Number).Distinct(), set.Criteria.Select(criterion => criterion.Number)));

    [Fact]
    public void Criteria_of_rules_are_found_in_a_set() =>
        Assert.All(RuleSet.All.Where(rule => rule.Criterion is not null), rule => Assert.Contains(CriteriaSet.All, set => set.Find(rule.Criterion!.Number) is not null));

    [Fact]
    public void What_a_criterion_is_about_can_be_looked_for_in_a_page()
    {
        var page = Page.Parse("<!doctype html><title>x</title>").Document;
        Assert.All(CriteriaSet.All.SelectMany(set => set.Criteria).Where(criterion => criterion.Applies is not null), criterion => Assert.Null(page.QuerySelector(criterion.Applies!)));
    }

    [Theory]
    [InlineData("1.2.1", "<video></video>", "<p>動画はありません。</p>")]
    [InlineData("3.3.1", "<form><button>送る</button></form>", "<form role=search></form>")]
    [InlineData("1.3.5", "<input type=email>", "<input type=hidden><input type=search>")]
    [InlineData("2.5.4", "<script>1</script>", "<script type='application/ld+json'>{}</script>")]
    [InlineData("4.1.3", "<p role=status></p>", "<p>送りました。</p>")]
    public void Criterion_applies_where_the_page_has_something_of_its_matter(string number, string with, string without)
    {
        var applies = CriteriaSet.Wcag22.Find(number)!.Applies!;
        Assert.NotNull(Page.Parse(with).Document.QuerySelector(applies));
        Assert.Null(Page.Parse(without).Document.QuerySelector(applies));
    }

    [Fact]
    public void Techniques_have_the_numbers_of_the_collection_each_once() =>
        Assert.All(CriteriaSet.All.SelectMany(set => set.Criteria).Where(criterion => criterion.Techniques is not null), criterion =>
        {
            Assert.NotEmpty(criterion.Techniques!);
            Assert.Equal(criterion.Techniques!.Distinct(), criterion.Techniques);
            Assert.All(criterion.Techniques!, technique => Assert.Matches("^(G|H|C|ARIA|SCR|SVR|T|SM)[1-9][0-9]{0,2}$", technique));
        });

    [Fact]
    public void Editions_agree_on_what_a_criterion_is_about() =>
        Assert.All(CriteriaSet.All.SelectMany(set => set.Criteria).GroupBy(criterion => criterion.Number), same =>
            Assert.Single(same.Select(criterion => (criterion.Applies, criterion.Once, string.Join(' ', criterion.Techniques ?? []))).Distinct()));
}
