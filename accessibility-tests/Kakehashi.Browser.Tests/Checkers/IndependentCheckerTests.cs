namespace Kakehashi.Browser.Tests;

/// <summary>Public pages before the eyes of four checkers that share no code with this project.</summary>
public sealed class IndependentCheckerTests(Chromium chromium, SampleSite site, CheckerReport report)
{
    [Fact]
    public async Task Checkers_in_the_browser_find_nothing()
    {
        var faults = new PageFaults();
        var failures = PageChecker.All.ToDictionary(checker => checker, _ => 0);
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        foreach (var address in site.Pages)
        {
            await page.GotoAsync(site.At(address));
            foreach (var checker in PageChecker.All)
            {
                var violations = await checker.CheckAsync(page);
                failures[checker] += violations.Count;
                faults.Add(address, violations.Select(violation => $"{checker}: {violation}"));
            }
        }
        report.Say(RunSettings.Full ? "ブラウザーで見たページ：すべて" : $"ブラウザーで見たページ：すべての種類と、抽出したもの（種 {RunSettings.Seed}）");
        foreach (var (checker, count) in failures)
            report.Checked($"{checker} {await checker.VersionAsync(page)}", site.Pages.Count, count);
        faults.AssertNone();
    }

    [Fact]
    public async Task Axe_finds_nothing_on_a_phone()
    {
        var faults = new PageFaults();
        await using var visit = await chromium.VisitAsync(Screen.Phone);
        var page = await visit.NewPageAsync();
        foreach (var address in site.Pages)
        {
            await page.GotoAsync(site.At(address));
            faults.Add(address, (await Axe.CheckAsync(page)).Select(violation => violation.ToString()));
        }
        faults.AssertNone();
    }

    [Fact]
    public async Task Nu_finds_no_error_in_the_HTML_of_any_page()
    {
        var violations = await Nu.CheckAsync(site.Folder);
        report.Checked($"{Nu.Name} {Nu.Version}", Directory.EnumerateFiles(site.Folder, "*.html", SearchOption.AllDirectories).Count(), violations.Sum(violation => violation.Places.Count));
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }
}
