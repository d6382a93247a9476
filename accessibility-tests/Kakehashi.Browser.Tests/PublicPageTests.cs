using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

public sealed class PublicPageTests(Chromium chromium, SampleSite site)
{
    // Figures of 24 px and more stand alone and need no room for further lines.
    private const string TooSmall = """
        () => [...document.querySelectorAll('main :is(p, li, dd, td)')]
            .map(element => ({ element, size: parseFloat(getComputedStyle(element).fontSize), line: parseFloat(getComputedStyle(element).lineHeight) }))
            .filter(({ size, line }) => size < 16 || (size < 24 && !(line >= 1.5 * size)))
            .slice(0, 3).map(({ element, size, line }) => `${element.localName}.${element.className}: ${size} px, lines ${line} px`)
        """;

    [Fact]
    public Task Nothing_scrolls_sideways_at_320_pixels() =>
        EachPageAsync(Screen.Smallest, Layout.TooWideAsync);

    [Fact]
    public Task Text_is_at_least_16_pixels_with_room_between_the_lines() =>
        EachPageAsync(Screen.Phone, async page => await page.EvaluateAsync<string[]>(TooSmall));

    [Fact]
    public Task First_Tab_shows_the_skip_link_and_Enter_leads_into_main() =>
        EachPageAsync(Screen.Desktop, SkipLink.FaultsAsync);

    [Fact]
    public Task Every_page_says_the_same_without_scripts() =>
        EachPageAsync(Screen.Desktop, async page =>
        {
            await using var visit = await chromium.VisitAsync(Screen.Desktop, scripts: false);
            var plain = await visit.NewPageAsync();
            await plain.GotoAsync(page.Url);
            var (with, without) = (await page.Locator("body").AriaSnapshotAsync(), await plain.Locator("body").AriaSnapshotAsync());
            return with == without ? [] : [$"without scripts:\n{without}\nwith scripts:\n{with}"];
        });

    [Fact]
    public async Task First_view_weighs_at_most_50_KB_and_asks_nobody_else()
    {
        var faults = new List<string>();
        foreach (var address in site.Pages)
        {
            await using var visit = await chromium.VisitAsync(Screen.Phone);
            var page = await visit.NewPageAsync();
            var requests = new List<IRequest>();
            page.Request += (_, request) => requests.Add(request);
            await page.GotoAsync(site.At(address), new() { WaitUntil = WaitUntilState.NetworkIdle });
            faults.AddRange(requests.Where(request => !request.Url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                .Select(request => $"{address} asks {request.Url}"));
            var weight = 0;
            foreach (var request in requests.Where(request => request.ResourceType is "document" or "stylesheet" or "font" or "script"))
                weight += (await request.SizesAsync()) is { } sizes ? sizes.ResponseBodySize + sizes.ResponseHeadersSize : 0;
            if (weight is 0 or > 50 * 1024)
                faults.Add($"{address} weighs {weight} bytes");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Browser_reports_no_error_and_no_breach_of_the_content_policy()
    {
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) => errors.AddRange(message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal) ? [$"{page.Url}: {message.Text}"] : []);
        page.PageError += (_, error) => errors.Add($"{page.Url}: {error}");
        foreach (var address in site.Pages)
            await page.GotoAsync(site.At(address), new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    [Fact]
    public Task Rules_find_no_error() => RunningProcess.RunAsync(Repository.Tool("kakehashi"), "check", site.Folder);

    private async Task EachPageAsync(Screen screen, Func<IPage, Task<IEnumerable<string>>> check)
    {
        await using var visit = await chromium.VisitAsync(screen);
        var page = await visit.NewPageAsync();
        var faults = new PageFaults();
        foreach (var address in site.Pages)
        {
            await page.GotoAsync(site.At(address));
            faults.Add(address, await check(page));
        }
        faults.AssertNone();
    }
}
