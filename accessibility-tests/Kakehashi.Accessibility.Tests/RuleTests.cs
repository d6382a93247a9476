using Kakehashi.Accessibility.Site;

namespace Kakehashi.Accessibility.Tests;

public sealed class RuleTests
{
    public static TheoryData<string, int> BadExamples => Select(example => example.IsBad);

    public static TheoryData<string, int> GoodExamples => Select(example => !example.IsBad);

    public static TheoryData<string, int> Sites =>
        new(RuleSet.OfSites.SelectMany(rule => Enumerable.Range(0, rule.Examples.Count).Select(index => (rule.Id, index))));

    /// <summary>Advice of other rules may stand beside: it keeps nothing from publication.</summary>
    [Theory]
    [MemberData(nameof(BadExamples))]
    public void Bad_example_is_caught_by_its_rule_alone_at_its_line(string rule, int index)
    {
        var example = Rule(rule).Examples[index];
        var found = PageCheck.Check(example.Page, "index.html", Example.Today).Where(finding => finding.Rule == rule || finding.Weight != Weight.Advice).Select(finding => (finding.Rule, finding.Line)).Distinct();
        Assert.Equal([(rule, example.FaultLineOfPage!.Value)], found);
    }

    [Theory]
    [MemberData(nameof(GoodExamples))]
    public void Good_example_breaks_no_rule(string rule, int index) =>
        Assert.DoesNotContain(PageCheck.Check(Rule(rule).Examples[index].Page, "index.html", Example.Today), finding => finding.Rule == rule || finding.Weight != Weight.Advice);

    [Theory]
    [MemberData(nameof(Sites))]
    public void Example_of_a_site_is_caught_by_its_rule_alone_or_not_at_all(string rule, int index)
    {
        var example = RuleSet.OfSites.Single(candidate => candidate.Id == rule).Examples[index];
        using var folder = new TemporaryFolder();
        foreach (var (path, title, html) in example.Pages)
            folder.Write(path, SiteExample.PageOf(title, html));
        foreach (var (path, facts) in example.Documents)
            folder.Write(path, SamplePdf.Write(facts));
        var all = RuleSet.OfSites.Select(candidate => candidate.Id).ToHashSet(StringComparer.Ordinal);
        var found = SiteCheck.Check(folder.Path, Example.Today, TestContext.Current.CancellationToken).Findings.Select(finding => finding.Rule).Where(all.Contains).Distinct();

        Assert.Equal(example.IsBad ? [rule] : [], found.Where(id => id == rule || !(rule is "navigation-order" or "target-name" or "help-place") || id != "dead-link"));
    }

    [Fact]
    public void Every_rule_class_is_in_the_set()
    {
        var classes = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract);
        Assert.Equal(classes.OrderBy(type => type.FullName, StringComparer.Ordinal), RuleSet.All.Select(rule => rule.GetType()).OrderBy(type => type.FullName, StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_are_unique_and_every_rule_shows_good_and_bad()
    {
        Assert.Distinct(RuleSet.All.Select(rule => rule.Id));
        Assert.All(RuleSet.OfPages, rule => Assert.Contains(rule.Examples, example => example.IsBad));
        Assert.All(RuleSet.OfPages, rule => Assert.Contains(rule.Examples, example => !example.IsBad));
        Assert.All(RuleSet.OfSites, rule => Assert.Contains(rule.Examples, example => example.IsBad));
        Assert.All(RuleSet.OfSites, rule => Assert.Contains(rule.Examples, example => !example.IsBad));
    }

    private static PageRule Rule(string id) => RuleSet.OfPages.Single(rule => rule.Id == id);

    private static TheoryData<string, int> Select(Func<Example, bool> wanted) =>
        new(RuleSet.OfPages.SelectMany(rule => rule.Examples.Select((example, index) => (rule.Id, example, index)))
            .Where(row => wanted(row.example)).Select(row => (row.Id, row.index)));
}
