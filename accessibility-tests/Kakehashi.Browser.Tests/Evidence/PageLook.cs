using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Looks at one page after another with everything that runs in the browser.</summary>
sealed class PageLook : IAsyncDisposable
{
    private const string HasAny = "selectors => selectors.map(selector => document.querySelector(selector) !== null)";

    private readonly Dictionary<Setting, SetBrowser> browsers = [];
    private readonly List<(PageChecker Checker, string Tool, IReadOnlyDictionary<string, string[]> Criteria)> checkers = [];
    private readonly IBrowserContext visit;
    private readonly IPage page;
    private readonly string own;

    private PageLook(IBrowserContext visit, IPage page) =>
        (this.visit, this.page, own) = (visit, page, $"Kakehashiの画面の検査（Chromium） {visit.Browser!.Version}");

    public static async Task<PageLook> OpenAsync(Chromium chromium)
    {
        var visit = await chromium.VisitAsync(Screen.Desktop);
        var look = new PageLook(visit, await visit.NewPageAsync());
        foreach (var checker in PageChecker.All)
            look.checkers.Add((checker, $"{checker} {await checker.VersionAsync(look.page)}", await checker.CriteriaAsync(look.page)));
        foreach (var setting in BrowserCheck.All.Select(check => check.Setting).Distinct())
            look.browsers[setting] = await SetBrowser.OpenAsync(chromium, setting);
        return look;
    }

    /// <returns>What each tool says of the page, and which of the selectors it has something for.</returns>
    public async Task<(IReadOnlyList<ToolFindings> Said, IReadOnlySet<string> Matching)> AtAsync(string address, IReadOnlyList<string> selectors)
    {
        await page.GotoAsync(address);
        var there = await page.EvaluateAsync<bool[]>(HasAny, selectors);
        var said = new List<ToolFindings>();
        foreach (var (checker, tool, criteria) in checkers)
        {
            var failures = from violation in await checker.CheckAsync(page)
                           from criterion in criteria.GetValueOrDefault(violation.Rule, [])
                           select new CriterionFailure(criterion, violation.Rule, violation.Places.Count);
            said.Add(new(tool, criteria.Values.SelectMany(numbers => numbers).ToHashSet(StringComparer.Ordinal), [.. failures]));
        }
        said.Add(new(own, BrowserCheck.All.SelectMany(check => check.Criteria).ToHashSet(StringComparer.Ordinal), await FailuresAsync(address)));
        return (said, selectors.Where((_, i) => there[i]).ToHashSet(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values)
            await browser.DisposeAsync();
        await visit.DisposeAsync();
    }

    private async Task<IReadOnlyList<CriterionFailure>> FailuresAsync(string address)
    {
        var failures = new List<CriterionFailure>();
        foreach (var check in BrowserCheck.All)
        {
            var browser = browsers[check.Setting];
            await browser.SizeAsync(check.Screen);
            await browser.GoAsync(address);
            if ((await check.Find(browser.Page)).Count() is > 0 and var faults)
                failures.AddRange(check.Criteria.Select(criterion => new CriterionFailure(criterion, check.Name, faults)));
        }
        return failures;
    }
}
