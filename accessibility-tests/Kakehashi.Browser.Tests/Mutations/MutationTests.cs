using Kakehashi.Accessibility;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Whoever breaks the theme on purpose is told so: by the rules, by axe, or by the keyboard walk.</summary>
public sealed class MutationTests(Chromium chromium, SampleSite site)
{
    // With the visitor's own colours nothing but the outline is left to show the focus.
    [Fact]
    public async Task Removed_focus_outline_is_found_by_keyboard_and_by_pixels()
    {
        var faults = await LookAsync(Mutation.FocusOutline, "404.html", async page =>
        {
            await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
            return await new Focusing(page).FaultsAsync();
        });
        Assert.Contains(faults, fault => fault.StartsWith("focus is not to be seen on", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("no pixel shows the focus on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pale_grey_is_found_by_every_checker_that_measures_contrast()
    {
        foreach (var (checker, rule) in new[] { (Axe.Checker, "color-contrast"), (Ibm.Checker, "text_contrast_sufficient"), (Alfa.Checker, "sia-r69") })
            Assert.Contains(rule, await LookAsync(Mutation.PaleGrey, "404.html", async page => (await checker.CheckAsync(page)).Select(violation => violation.Rule)));
    }

    [Fact]
    public Task Skipped_heading_is_found() => AssertFoundAsync(Mutation.Heading, "heading-order", axe: "heading-order");

    [Fact]
    public Task Label_taken_away_is_found() => AssertFoundAsync(Mutation.Label, "field-label", axe: "label");

    [Fact]
    public Task Link_renamed_to_say_nothing_is_found_by_the_rules() => AssertFoundAsync(Mutation.LinkWords, "link-words", axe: null);

    [Fact]
    public Task Table_without_headers_is_found_by_the_rules() => AssertFoundAsync(Mutation.TableHeaders, "table-headers", axe: null);

    // The gate of publication is the rules; where axe has a rule as well, two checks stand behind each other.
    private async Task AssertFoundAsync(Mutation mutation, string rule, string? axe)
    {
        var file = FirstChangedBy(mutation);
        var whole = File.ReadAllText(Path.Join(site.Folder, file));
        Assert.DoesNotContain(PageCheck.Check(whole, file), finding => finding.Rule == rule);
        Assert.Contains(PageCheck.Check(mutation.Apply(whole), file), finding => finding.Rule == rule && finding.Weight == Weight.Error);
        if (axe is not null)
            Assert.Contains(axe, await LookAsync(mutation, file, async page => (await Axe.CheckAsync(page)).Select(violation => violation.Rule)));
    }

    /// <summary>Opens one page of the site as it would be with the mistake, style sheet and all.</summary>
    private async Task<List<string>> LookAsync(Mutation mutation, string file, Func<IPage, Task<IEnumerable<string>>> check)
    {
        var changed = 0;
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        await page.RouteAsync("**/*", async route =>
        {
            if (route.Request.ResourceType is not ("document" or "stylesheet"))
            {
                await route.ContinueAsync();
                return;
            }
            var answer = await route.FetchAsync();
            var whole = await answer.TextAsync();
            var broken = mutation.Apply(whole);
            changed += broken == whole ? 0 : 1;
            await route.FulfillAsync(new() { Response = answer, Body = broken });
        });
        await page.GotoAsync(site.At(file));
        var found = await check(page);
        Assert.True(changed > 0, $"'{mutation}' changes nothing: the theme has another form now");
        return [.. found];
    }

    private string FirstChangedBy(Mutation mutation) =>
        Path.GetRelativePath(site.Folder, Directory.EnumerateFiles(site.Folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .First(file => File.ReadAllText(file) is var whole && mutation.Apply(whole) != whole));
}
