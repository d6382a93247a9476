using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Site.Outputs;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning.Pages;

/// <summary>アクセシビリティ方針, 試験結果 for each test and edition, and 取組確認・評価表, with their files.</summary>
static class AccessibilityPages
{
    public const string Policy = "/accessibility/";
    public const string PolicyTitle = "アクセシビリティ方針";

    /// <summary>The pages of a site, given all others.</summary>
    public static IEnumerable<PageModel> Plan(PublicSite site, IReadOnlyList<PageModel> others)
    {
        var titles = others.DistinctBy(page => page.Address).ToDictionary(page => page.Address, page => page.Title, StringComparer.Ordinal);
        titles[Policy] = PolicyTitle;
        foreach (var link in SelfEvaluationPages.Links(site)) titles[link.Href] = link.Label;
        foreach (var address in TestReport.Addresses(site.Tests)) titles[address] = "アクセシビリティの試験結果";
        var reports = TestReport.All(site.Tests, site.Clock, titles.ContainsKey);
        foreach (var report in reports) titles[report.Address] = TitleOf(report);
        return
        [
            PolicyPage(site, reports), .. reports.Select(report => ResultsPage(site, report, reports, titles)),
            .. SelfEvaluationPages.Plan(site, [new(PolicyTitle, Policy), .. reports.Select(report => new Link(TitleOf(report), report.Address))]),
        ];
    }

    /// <summary>Links to the pages, for the site map.</summary>
    public static IEnumerable<Link> Links(PublicSite site) =>
        [new(PolicyTitle, Policy), .. TestReport.All(site.Tests, site.Clock, _ => true).Select(report => new Link(TitleOf(report, isPrevious: false), report.Address)), .. SelfEvaluationPages.Links(site)];

    /// <summary>What the pages say as files.</summary>
    public static IEnumerable<(string File, ReadOnlyMemory<byte> Bytes)> Files(PublicSite site) =>
    [
        .. from report in TestReport.All(site.Tests, site.Clock, _ => true)
           from file in FilesOf(site, report)
           select (Address.File(file.Href), file.Bytes),
        .. SelfEvaluationPages.Files(site),
    ];

    static (string Title, string Href, string Kind, ReadOnlyMemory<byte> Bytes)[] FilesOf(PublicSite site, TestReport report) =>
    [
        ("達成基準チェックリスト", report.Address + "results.csv", "CSV形式", ResultsTable.Write(report.Conclusion)),
        ("ページごとの結果", report.Address + "results.json", "EARL 1.0のJSON形式", Earl.Write(site.Program, report)),
    ];

    static AccessibilityPolicyPage PolicyPage(PublicSite site, IReadOnlyList<TestReport> reports)
    {
        var settings = site.Program.Accessibility;
        var page = new AccessibilityPolicyPage
        {
            Shell = site.Shell,
            Address = Policy,
            Title = PolicyTitle,
            Description = $"{site.Program.Name}のアクセシビリティの目標、例外、期限と、試験の結果です。",
            Contact = Contact(site),
            PublishedOn = settings.History.Count > 0 ? settings.History[0].On : null,
            UpdatedOn = settings.History.Count > 1 ? settings.History[^1].On : null,
            Body = MarkdownText.Empty,
            Policy = settings,
            Target = CriteriaSet.Jis2016.Name,
            AlsoTargets = [CriteriaSet.Wcag22.Name],
            Claim = reports.Count > 0
                ? View(reports[0].Claim, reports[0].Conclusion.Blockers)
                : View(Claim.Untested(CriteriaSet.Jis2016), ["規格に基づく試験は、まだ行っていません。"]),
            Passed = [.. Days(settings).Distinct().Order().Where(day => site.Clock.HasPassed(JapaneseTime.StartOf(day.AddDays(1))))],
            Results = [.. reports.Select(report => new Link(TitleOf(report), report.Address))],
            Evaluations = SelfEvaluationPages.Links(site),
        };
        return page with { StructuredData = [StructuredData.Breadcrumb(site.Program, [], page)] };
    }

    static AccessibilityResultsPage ResultsPage(PublicSite site, TestReport report, IReadOnlyList<TestReport> reports, Dictionary<string, string> titles)
    {
        var (test, conclusion) = (report.Test, report.Conclusion);
        SampledPage Sampled(string page, string reason) =>
            new(new Uri(test.Site, page).AbsoluteUri, titles.GetValueOrDefault(page), titles.ContainsKey(page) && page.EndsWith('/') ? page : null, reason);
        ProcessView Process(PageProcess process) => new(process.Name, [.. process.Steps.Select(step => Sampled(step.Page, step.Way)).Zip(process.Steps, (sampled, step) => sampled with { Title = sampled.Href is null ? step.Label : $"{process.Name}：{step.Label}" })]);
        var scope = site.Program.Accessibility.Scope;
        var page = new AccessibilityResultsPage
        {
            Shell = site.Shell,
            Address = report.Address,
            Title = TitleOf(report),
            Description = $"{conclusion.Set.Name}の試験で、調べたページ、達成基準ごとの結果、使った道具をまとめたものです。",
            Breadcrumb = [new(PolicyTitle, Policy)],
            Contact = Contact(site),
            Claim = View(report.Claim, conclusion.Blockers),
            IsPrevious = conclusion.Outdated,
            StatedOn = test.StatedOn,
            Standard = conclusion.Set.Standard!,
            Level = conclusion.Level is { } level ? $"適合レベル{level}の達成基準を満たしています。" : "試験が終わっていない達成基準か、満たしていない達成基準があるため、まだ示せません。",
            Scope = scope.Length > 0 ? scope : $"アドレスが「{site.Program.Url}」で始まる、このサイトのすべてのページです。",
            Technologies = test.Technologies,
            Sample = new(test.PageCount, test.Sample.Seed,
                [.. test.Sample.Representative.Select(chosen => Sampled(chosen.Page, chosen.Reason))], [.. (test.Sample.Processes ?? []).Select(Process)], [.. test.Sample.Random.Select(drawn => Sampled(drawn, ""))]),
            Checklist = [.. conclusion.Criteria.Select(Checklist.Row)],
            Summary = Checklist.Summary(conclusion),
            Failures = [.. Checklist.Failures(conclusion, address => Named(test.Sample, titles, address))],
            Untested = [.. Checklist.Untested(conclusion)],
            StartedOn = test.StartedOn,
            EndedOn = test.EndedOn,
            Tools = [.. test.Tools.Select(tool => new ToolView(tool.Name, tool.Version, tool.Pages, tool.Failures))],
            AssistiveTechnologies = [.. test.AssistiveTechnologies.Select(used => $"{used.Name} {used.Version}（{used.Browser}、{used.System}）")],
            Testers = test.Testers,
            Downloads = [.. FilesOf(site, report).Select(file => new DownloadView(file.Title, file.Href, file.Kind, file.Bytes.Length))],
            Others = [new(PolicyTitle, Policy), .. reports.Where(other => other != report).Select(other => new Link(TitleOf(other), other.Address)), .. SelfEvaluationPages.Links(site)],
        };
        return page with { StructuredData = [StructuredData.Breadcrumb(site.Program, page.Breadcrumb, page)] };
    }

    static string Named(PageSample sample, Dictionary<string, string> titles, string page)
    {
        var title = titles.GetValueOrDefault(PageSample.AddressOf(page), page);
        return sample.Steps.Where(step => step.Step.Page == page && page.Contains('#')).Select(step => $"{title}の{step.Step.Label}").FirstOrDefault(title);
    }

    static ClaimView View(Claim claim, IReadOnlyList<string> obstacles) => new(claim.Sentence, claim.Note, obstacles);

    public static Section? Contact(PublicSite site) => site.Items.Find<Section>(site.Program.Accessibility.Section) ?? (site.Items.Sections.Count > 0 ? site.Items.Sections[0] : null);

    static string TitleOf(TestReport report) => TitleOf(report, report.Conclusion.Outdated);

    static string TitleOf(TestReport report, bool isPrevious) =>
        $"アクセシビリティの{(isPrevious ? "前回の" : "")}試験結果（{Cards.FiscalYear(report.Test.FiscalYear)}、{(report.Conclusion.Set.IsNational ? "JIS X 8341-3:2016" : "WCAG 2.2")}）";

    static IEnumerable<DateOnly> Days(AccessibilitySettings settings) =>
        settings.Deadlines.Select(deadline => deadline.Until)
            .Concat(settings.Exclusions.Select(exclusion => exclusion.Until).OfType<DateOnly>())
            .Concat(settings.Problems.Select(problem => problem.Until).OfType<DateOnly>());
}
