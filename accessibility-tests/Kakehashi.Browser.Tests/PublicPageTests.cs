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

    public static TheoryData<Screen> AxeScreens => [Screen.Phone, Screen.Desktop];

    [Theory]
    [MemberData(nameof(AxeScreens))]
    public Task Axe_finds_nothing(Screen screen) =>
        EachPageAsync(screen, async page => (await Axe.CheckAsync(page)).Select(violation => violation.ToString()));

    [Fact]
    public Task Nothing_scrolls_sideways_at_320_pixels() =>
        EachPageAsync(Screen.Smallest, Layout.TooWideAsync);

    [Fact]
    public Task Text_is_at_least_16_pixels_with_room_between_the_lines() =>
        EachPageAsync(Screen.Phone, async page => await page.EvaluateAsync<string[]>(TooSmall));

    [Fact]
    public Task First_Tab_shows_the_skip_link_and_Enter_leads_into_main() =>
        EachPageAsync(Screen.Desktop, async page =>
        {
            await page.Keyboard.PressAsync("Tab");
            var link = page.Locator("a[href^='#']:focus");
            if (await link.CountAsync() == 0)
                return ["the first stop is no link within the page"];
            var box = await link.BoundingBoxAsync();
            if (box is not { X: >= 0, Y: >= 0, Width: >= 24, Height: >= 24 })
                return [$"the skip link is not to be seen: {box?.X} {box?.Y} {box?.Width} {box?.Height}"];
            await page.Keyboard.PressAsync("Enter");
            return await page.EvaluateAsync<bool>("document.querySelector(':target')?.closest('main') !== null && document.querySelector(':target') !== null")
                ? [] : ["the skip link does not lead into main"];
        });

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
            await page.GotoAsync(At(address), new() { WaitUntil = WaitUntilState.NetworkIdle });
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
            await page.GotoAsync(At(address), new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    [Fact]
    public Task Rules_find_no_error() => RunningProcess.RunAsync(Repository.Tool("kakehashi"), "check", site.Folder);

    private async Task EachPageAsync(Screen screen, Func<IPage, Task<IEnumerable<string>>> check)
    {
        await using var visit = await chromium.VisitAsync(screen);
        var page = await visit.NewPageAsync();
        var faults = new List<(string Fault, string Address)>();
        foreach (var address in site.Pages)
        {
            await page.GotoAsync(At(address));
            faults.AddRange((await check(page)).Select(fault => (fault, address)));
        }
        // A fault of the theme is on every page: each is told once.
        var told = faults.GroupBy(fault => fault.Fault, fault => fault.Address).Select(same => $"{same.Key}\n      on {same.Count()} pages: {string.Join(' ', same.Take(5))}");
        Assert.True(faults.Count == 0, string.Join('\n', told));
    }

    private string At(string address) => new Uri(site.Address, address).AbsoluteUri;
}
