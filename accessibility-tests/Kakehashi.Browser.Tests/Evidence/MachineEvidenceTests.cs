using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Browser.Tests;

public sealed class MachineEvidenceTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void Criterion_passes_by_all_tools_that_have_rules_for_it()
    {
        var found = Of([Tool("axe 4", ["1.4.3", "3.1.1"]), Tool("alfa 1", ["1.4.3"])]);
        Assert.Equal(["axe 4、alfa 1", "axe 4"], found.Where(assertion => assertion.Outcome == Outcome.Passed).Select(assertion => assertion.By));
        Assert.All(found, assertion => Assert.Equal(TestMode.Automatic, assertion.Mode));
    }

    [Fact]
    public void One_tool_that_fails_outweighs_the_others_and_says_why()
    {
        var failed = Assert.Single(Of([Tool("axe 4", ["1.4.3"]), Tool("alfa 1", ["1.4.3"], new CriterionFailure("1.4.3", "sia-r69", 3))]));
        Assert.Equal((Outcome.Failed, "alfa 1", "alfa 1：sia-r69（3か所）"), (failed.Outcome, failed.By, failed.Note));
    }

    [Fact]
    public void What_no_tool_has_a_rule_for_is_left_open() => Assert.Empty(Of([Tool("axe 4", [])]));

    [Fact]
    public void What_the_page_has_nothing_of_does_not_apply()
    {
        var found = MachineEvidence.Of("/", [Tool("axe 4", ["1.2.2"])], criterion => criterion.Number != "1.2.2", Day);
        Assert.Equal(Outcome.Inapplicable, Assert.Single(found).Outcome);
    }

    [Fact]
    public void Failure_stands_although_nothing_was_to_be_found() =>
        Assert.Equal(Outcome.Failed, Assert.Single(MachineEvidence.Of("/", [Tool("axe 4", ["1.2.2"], new CriterionFailure("1.2.2", "video-caption", 1))], criterion => criterion.Number != "1.2.2", Day)).Outcome);

    [Fact]
    public void Criteria_judged_once_pass_for_the_site_and_never_for_a_page()
    {
        Assert.Empty(Of([Tool("rules 1", ["3.2.3"])]));
        var site = Assert.Single(MachineEvidence.Of(null, [Tool("rules 1", ["3.2.3", "1.4.3"])], _ => true, Day));
        Assert.Equal((null, "3.2.3", Outcome.Passed), (site.Page, site.Criterion, site.Outcome));
    }

    [Fact]
    public void What_all_pages_together_show_is_evidence_for_the_site_whether_something_was_found_or_not()
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-findings-").FullName;
        try
        {
            foreach (var (name, menu) in new[] { ("index.html", "<a href='/'>見本県</a><a href='/a.html'>課題</a><a href='/b.html'>シーズ</a>"), ("a.html", "<a href='/'>見本県</a><a href='/a.html'>課題</a><a href='/b.html'>シーズ</a>"), ("b.html", "<a href='/'>見本県</a><a href='/b.html'>シーズ</a><a href='/a.html'>課題</a>") })
                File.WriteAllText(Path.Join(folder, name), $"<!doctype html><html lang='ja'><title>{name}のページ</title><body><header>{menu}</header><main><h1>{name}のページ</h1></main></body></html>");
            var rules = SourceFindings.OfRules(folder);
            var site = MachineEvidence.Of(null, [rules.OfSite(["/", "/b.html"])], _ => true, Day).ToDictionary(said => said.Criterion, StringComparer.Ordinal);
            Assert.Equal((Outcome.Failed, Outcome.Passed), (site["3.2.3"].Outcome, site["3.2.4"].Outcome));
            Assert.Contains("/b.html の navigation-order", site["3.2.3"].Note, StringComparison.Ordinal);
            Assert.DoesNotContain(MachineEvidence.Of("/b.html", [rules.On("/b.html")], _ => true, Day), said => said.Criterion == "3.2.3");
            Assert.Equal(["2.4.5", "3.2.3", "3.2.4", "3.2.6"], new[] { "2.4.5", "3.2.3", "3.2.4", "3.2.6" }.Where(rules.Covers.Contains));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Forms_of_the_sample_and_the_first_of_every_kind_are_gone_through() =>
        Assert.Equal(["/forms/contact/", "/forms/event/a/", "/forms/proposal/a/", "/forms/proposal/b/"],
            Representatives.FormsOf(["/", "/forms/contact/", "/forms/event/a/", "/forms/event/b/", "/forms/join/", "/forms/proposal/a/", "/forms/proposal/b/"], ["/", "/forms/contact/", "/forms/proposal/b/"]));

    [Fact]
    public void Longest_page_of_every_kind_stands_for_the_others()
    {
        var chosen = Representatives.Of([
            ("/b/", """<main id="main" class="detail article">短い</main>"""), ("/a/", """<main id="main" class="detail article">これは長い</main>"""),
            ("/", """<main id="main" class="home"></main>"""), ("/forms/contact/", """<main class="form-page form-step">問い合わせ</main>"""), ("/forms/join/", """<main class="form-page form-step">会員になる手続き</main>"""),
            ("/x/", """<main class="chart"></main>""")]);
        Assert.Equal(["/", "/a/", "/forms/join/", "/x/", "/forms/contact/"], chosen.Select(page => page.Page));
        Assert.Equal(["トップページ", "記事のページ"], chosen.Take(2).Select(page => page.Reason));
        Assert.Contains("chart", chosen[3].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_in_the_browser_prove_criteria_that_exist() =>
        Assert.All(BrowserCheck.All.SelectMany(check => check.Criteria), number => Assert.Contains(MachineEvidence.Criteria, criterion => criterion.Number == number));

    private static List<Assertion> Of(IReadOnlyList<ToolFindings> said) => [.. MachineEvidence.Of("/", said, _ => true, Day)];

    private static ToolFindings Tool(string name, string[] covers, params CriterionFailure[] failures) => new(name, covers.ToHashSet(StringComparer.Ordinal), failures);
}
