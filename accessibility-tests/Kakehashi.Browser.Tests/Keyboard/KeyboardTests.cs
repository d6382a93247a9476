namespace Kakehashi.Browser.Tests;

/// <summary>The longest page of every kind, by keyboard.</summary>
public sealed class KeyboardTests(Chromium chromium, SampleSite site)
{
    [Theory]
    [InlineData(Setting.Normal)]
    [InlineData(Setting.ForcedColours)]
    public Task Focus_reaches_everything_is_seen_and_is_never_covered(Setting setting) => EachKindAsync(setting, [Screen.Smallest, Screen.Desktop], browser =>
    {
        var focusing = new Focusing(browser.Page);
        return focusing.FaultsAsync;
    });

    [Fact]
    public Task Shift_and_Tab_lead_back_through_everything() => EachKindAsync(Setting.Normal, [Screen.Desktop], browser => () => Tabbing.FaultsAsync(browser.Page, "Shift+Tab"));

    [Fact]
    public Task Choosing_sends_nothing() => EachKindAsync(Setting.Normal, [Screen.Desktop], browser => () => Choosing.FaultsAsync(browser.Page));

    private async Task EachKindAsync(Setting setting, Screen[] screens, Func<SetBrowser, Func<Task<IEnumerable<string>>>> start)
    {
        var faults = new PageFaults();
        await using var browser = await SetBrowser.OpenAsync(chromium, setting);
        var check = start(browser);
        foreach (var screen in screens)
        {
            await browser.SizeAsync(screen);
            foreach (var (kind, address) in site.Kinds)
            {
                await browser.GoAsync(site.At(address));
                faults.Add($"{kind} {screen}", await check());
            }
        }
        faults.AssertNone();
    }
}
