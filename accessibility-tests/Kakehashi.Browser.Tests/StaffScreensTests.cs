using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

[Collection(typeof(OneInstallation))]
[Trait("Speed", "Slow")]
public sealed class StaffScreensTests(Chromium chromium, RunningProgram program)
{
    private readonly List<(string Fault, string Screen)> faults = [];
    private int seen;

    [Fact]
    public Task Axe_finds_nothing_on_phone_and_desktop() => EachScreenAsync(async page =>
    {
        var found = new List<string>();
        foreach (var screen in new[] { Screen.Phone, Screen.Desktop })
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            found.AddRange((await Axe.CheckAsync(page)).Select(violation => $"{screen} {violation}"));
        }
        return found;
    });

    [Fact]
    public async Task Browser_reports_no_error_and_no_breach_of_the_content_policy()
    {
        var heard = new HashSet<IPage>();
        var errors = new List<string>();
        await EachScreenAsync(page =>
        {
            if (heard.Add(page))
                page.Console += (_, message) => errors.AddRange(message.Type == "error" && !message.Text.Contains("responded with a status of", StringComparison.Ordinal) ? [$"{page.Url}: {message.Text}"] : []);
            return Task.FromResult<IEnumerable<string>>([]);
        });
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    [Fact]
    public Task Nothing_scrolls_sideways_at_320_pixels() => EachScreenAsync(async page =>
    {
        await page.SetViewportSizeAsync(Screen.Smallest.Width, Screen.Smallest.Height);
        var wide = await Layout.TooWideAsync(page);
        await page.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
        return wide;
    });

    [Fact]
    public Task Tab_reaches_everything_and_shows_where_it_is() => EachScreenAsync(Tabbing.FaultsAsync);

    private async Task EachScreenAsync(Func<IPage, Task<IEnumerable<string>>> check)
    {
        await new StaffScreens(chromium, program).VisitAsync(async (name, page) =>
        {
            seen++;
            faults.AddRange((await check(page)).Select(fault => (fault, name)));
        });
        // A fault of the frame is on every screen: each is told once.
        var told = faults.GroupBy(fault => fault.Fault, fault => fault.Screen).Select(same => $"{same.Key}\n      on {same.Count()} screens: {string.Join(' ', same.Take(5))}");
        Assert.True(faults.Count == 0, string.Join('\n', told));
        Assert.True(seen > 80, $"only {seen} screens were seen");
    }
}
