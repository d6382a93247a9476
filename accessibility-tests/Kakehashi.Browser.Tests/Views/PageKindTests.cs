using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>The longest page of every kind that the theme has, in every width, however the visitor has set up the browser.</summary>
public sealed class PageKindTests(Chromium chromium, SampleSite site, CheckerReport report)
{
    private static readonly Screen[] Widths = [Screen.Smallest, Screen.Tablet, Screen.Desktop];

    public static TheoryData<Setting> Settings => [.. Enum.GetValues<Setting>()];

    [Theory, MemberData(nameof(Settings))]
    public async Task Page_can_be_read_and_axe_finds_nothing(Setting setting)
    {
        var faults = new PageFaults();
        await using var browser = await SetBrowser.OpenAsync(chromium, setting);
        foreach (var (kind, address) in site.Kinds)
        {
            await browser.GoAsync(site.At(address));
            foreach (var screen in Widths)
            {
                await browser.SizeAsync(screen);
                faults.Add($"{kind} {screen}", await Layout.FaultsAsync(browser.Page));
                // axe takes most of the time: from day to day it looks at another width. Where scripts are off axe, a script, waits for ever.
                if (setting != Setting.NoScript && (RunSettings.Full || screen == RunSettings.Draw($"{kind} {setting}", Widths)))
                    faults.Add($"{kind} {screen}", await Axe.FaultsAsync(browser.Page, setting));
                if (setting == Setting.ReducedMotion)
                    faults.Add($"{kind} {screen}", await Motion.FaultsAsync(browser.Page));
            }
        }
        report.Say($"{site.Kinds.Count}種類のページ×{Widths.Length}つの幅×{Enum.GetValues<Setting>().Length}つの設定：折り返し、欠け、重なり。axeは{(RunSettings.Full ? "すべての幅" : "抽出した幅")}");
        faults.AssertNone();
    }

    [Fact]
    public Task Text_stands_on_the_screen_in_the_order_in_which_it_is_read() =>
        EachWidthAsync(ReadingOrder.FaultsAsync);

    [Fact]
    public async Task Everything_to_press_has_44_pixels()
    {
        await EachWidthAsync(async page => await Targets.SmallerThanAsync(page, Targets.Comfortable));
        report.Say($"押すもの：すべて{Targets.Comfortable}px以上");
    }

    private async Task EachWidthAsync(Func<IPage, Task<IEnumerable<string>>> check)
    {
        var faults = new PageFaults();
        await using var browser = await SetBrowser.OpenAsync(chromium, Setting.Normal);
        foreach (var (kind, address) in site.Kinds)
        {
            await browser.GoAsync(site.At(address));
            foreach (var screen in Widths)
            {
                await browser.SizeAsync(screen);
                faults.Add($"{kind} {screen}", await check(browser.Page));
            }
        }
        faults.AssertNone();
    }
}
