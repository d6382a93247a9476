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

    /// <param name="answer">What a form answered, in place of what the address gives; null = the address gives the page.</param>
    /// <returns>What each tool says of the page, and which of the selectors it has something for.</returns>
    public async Task<(IReadOnlyList<ToolFindings> Said, IReadOnlySet<string> Matching)> AtAsync(Uri address, FormAnswer? answer, IReadOnlyList<string> selectors)
    {
        await using var replay = await ReplayAsync(address, answer);
        await page.GotoAsync(replay.Address);
        var there = await page.EvaluateAsync<bool[]>(HasAny, selectors);
        var said = new List<ToolFindings>();
        foreach (var (checker, tool, criteria) in checkers)
        {
            var failures = from violation in await checker.CheckAsync(page)
                           from criterion in criteria.GetValueOrDefault(violation.Rule, [])
                           select new CriterionFailure(criterion, violation.Rule, violation.Places.Count);
            said.Add(new(tool, criteria.Values.SelectMany(numbers => numbers).ToHashSet(StringComparer.Ordinal), [.. failures]));
        }
        said.Add(new(own, BrowserCheck.All.SelectMany(check => check.Criteria).ToHashSet(StringComparer.Ordinal), await FailuresAsync(replay.Address)));
        return (said, selectors.Where((_, i) => there[i]).ToHashSet(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values)
            await browser.DisposeAsync();
        await visit.DisposeAsync();
    }

    // A kept answer stands at an address of its own in every browser here, so that it can be opened as often as it is looked at.
    private async Task<Replay> ReplayAsync(Uri address, FormAnswer? answer)
    {
        if (answer is null)
            return new(address.AbsoluteUri, []);
        var shown = $"{address.GetLeftPart(UriPartial.Path)}?step={address.Fragment.TrimStart('#')}";
        IPage[] pages = [page, .. browsers.Values.Select(browser => browser.Page)];
        foreach (var each in pages)
            await each.RouteAsync(shown, route => route.FulfillAsync(new() { Status = 200, Headers = answer.Headers, BodyBytes = answer.Html }));
        return new(shown, pages);
    }

    private sealed record Replay(string Address, IReadOnlyList<IPage> Pages) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var page in Pages)
                await page.UnrouteAsync(Address);
        }
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
