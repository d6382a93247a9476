using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>A screen or a step that stands open already: in every width, as differently set up browsers show it, before every checker in the browser.</summary>
static partial class OpenScreen
{
    private static readonly Screen[] Widths = [Screen.Smallest, Screen.Tablet, Screen.Desktop];

    private static readonly Setting[] Settings = [Setting.ForcedColours, Setting.ReducedMotion, Setting.LargeText, Setting.TextSpacing, Setting.Print];

    // One screen in this many, drawn from day to day, is shown to the slow checkers as well.
    private const int SlowShare = 4;

    // A form without a name is no landmark (HTML AAM), so several of them need none; naming each would fill the list of landmarks.
    private const string NamelessForms = "aria_form_label_unique";

    // Boxes of one name in different forms belong to different groups; the checker does not look at the form.
    private const string SameNameElsewhere = "input_checkboxes_grouped";

    /// <param name="name">By which widths, settings and the slow checkers are drawn; with --full nothing is left to the draw.</param>
    /// <returns>Everything that hinders anybody; the page is left as it was.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string name)
    {
        var faults = new List<string>();
        name = Chance().Replace(name, "");
        var before = page.ViewportSize!;
        foreach (var screen in Widths)
        {
            await SizeAsync(page, screen);
            faults.AddRange((await Layout.FaultsAsync(page)).Select(fault => $"{screen}: {fault}"));
            faults.AddRange((await Targets.SmallerThanAsync(page, Targets.Comfortable)).Select(fault => $"{screen}: less than {Targets.Comfortable} px: {fault}"));
            if (screen != Screen.Tablet)
                faults.AddRange((await Axe.FaultsAsync(page, Setting.Normal)).Select(fault => $"{screen}: {fault}"));
        }
        var forAxe = RunSettings.Draw(name, Settings);
        foreach (var setting in Settings)
        {
            await using var emulation = await Emulation.PutOnAsync(page, setting);
            // No paper is as narrow as a phone.
            var widths = setting == Setting.Print ? Widths[1..] : Widths;
            foreach (var screen in RunSettings.Full ? widths : [RunSettings.Draw($"{name} {setting}", widths)])
            {
                await SizeAsync(page, screen);
                faults.AddRange((await Layout.FaultsAsync(page)).Select(fault => $"{setting} {screen}: {fault}"));
            }
            if (setting == Setting.ReducedMotion)
                faults.AddRange((await Motion.FaultsAsync(page)).Select(fault => $"{setting}: {fault}"));
            if (RunSettings.Full || setting == forAxe)
                faults.AddRange((await Axe.FaultsAsync(page, setting)).Select(fault => $"{setting}: {fault}"));
        }
        await page.SetViewportSizeAsync(before.Width, before.Height);
        if (RunSettings.Full || RunSettings.Draw(name, [.. Enumerable.Range(0, SlowShare)]) == 0)
            foreach (var checker in PageChecker.All.Where(checker => checker != Axe.Checker))
                faults.AddRange((await checker.CheckAsync(page)).Where(violation => violation.Rule is not (NamelessForms or SameNameElsewhere)).Select(violation => $"{checker}: {violation}"));
        return faults;
    }

    // What differs from run to run must not change the draw.
    [GeneratedRegex("[0-9a-f]{8}[-0-9a-f]*")]
    private static partial Regex Chance();

    private static Task SizeAsync(IPage page, Screen screen) => page.SetViewportSizeAsync(screen.Width, screen.Height);
}
