namespace Kakehashi.Browser.Tests;

public sealed class FocusingTests(Chromium chromium)
{
    [Fact]
    public async Task Focus_without_a_pixel_or_under_a_banner_or_with_consequences_is_found()
    {
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        await page.SetContentAsync("""
            <!doctype html><html lang="ja"><head><style>
            body { background: #fff } :focus-visible { outline: 4px solid #000 } .pale:focus-visible { outline-color: #fff }
            .banner { position: fixed; inset: 0 0 auto; height: 60px; background: #fff } p { margin-block: 100px }
            </style></head><body><button class="under">甲</button><div class="banner"></div><p><button class="pale">乙</button></p><p><button class="good">丙</button></p>
            <p><button class="opens" onfocus="document.body.append(Object.assign(document.createElement('dialog'), { open: true }))">丁</button></p></body></html>
            """);

        var faults = (await new Focusing(page).FaultsAsync()).ToList();

        Assert.Contains("div.banner covers the focus on button.under 「甲」", faults);
        Assert.Contains("focus changes something: button.opens 「丁」", faults);
        Assert.Contains(faults, fault => fault.StartsWith("no pixel shows the focus on button submit pale", StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains("good", StringComparison.Ordinal));
    }
}
