namespace Kakehashi.Accessibility.Tests;

public sealed class RuleTests
{
    public static TheoryData<string, int> BadExamples => Select(example => example.IsBad);

    public static TheoryData<string, int> GoodExamples => Select(example => !example.IsBad);

    [Theory]
    [MemberData(nameof(BadExamples))]
    public void Bad_example_is_caught_by_its_rule_alone_at_its_line(string rule, int index)
    {
        var example = Rule(rule).Examples[index];
        var found = PageCheck.Check(example.Page, "index.html").Select(finding => (finding.Rule, finding.Line)).Distinct();
        Assert.Equal([(rule, example.FaultLineOfPage!.Value)], found);
    }

    [Theory]
    [MemberData(nameof(GoodExamples))]
    public void Good_example_breaks_no_rule(string rule, int index) =>
        Assert.Empty(PageCheck.Check(Rule(rule).Examples[index].Page, "index.html"));

    [Fact]
    public void Every_rule_class_is_in_the_set()
    {
        var classes = typeof(PageRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageRule)));
        Assert.Equal(classes.OrderBy(type => type.Name), RuleSet.OfPages.Select(rule => rule.GetType()).OrderBy(type => type.Name));
    }

    [Fact]
    public void Ids_are_unique_and_every_rule_shows_good_and_bad()
    {
        Assert.Distinct(RuleSet.OfPages.Select(rule => rule.Id));
        Assert.All(RuleSet.OfPages, rule => Assert.Contains(rule.Examples, example => example.IsBad));
        Assert.All(RuleSet.OfPages, rule => Assert.Contains(rule.Examples, example => !example.IsBad));
    }

    private static PageRule Rule(string id) => RuleSet.OfPages.Single(rule => rule.Id == id);

    private static TheoryData<string, int> Select(Func<Example, bool> wanted) =>
        new(RuleSet.OfPages.SelectMany(rule => rule.Examples.Select((example, index) => (rule.Id, example, index)))
            .Where(row => wanted(row.example)).Select(row => (row.Id, row.index)));
}
