namespace Kakehashi.Browser.Tests;

public sealed class TabbingTests(Chromium chromium)
{
    [Fact]
    public async Task Trap_and_focus_that_does_not_show_are_found()
    {
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        await page.SetContentAsync("""
            <!doctype html><html lang="ja"><body><button style="outline: none">甲</button>
            <button id="trap" onfocus="document.querySelector('button').focus()">乙</button><button>丙</button></body></html>
            """);

        var faults = await Tabbing.FaultsAsync(page);

        Assert.Equal(["Tab does not reach button#trap 「乙」", "Tab does not reach button 「丙」", "focus is not to be seen on button 「甲」"], faults);
    }

    [Fact]
    public async Task Page_that_shows_every_stop_gives_nothing()
    {
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        await page.SetContentAsync("""
            <!doctype html><html lang="ja"><head><style>:focus-visible { outline: 4px solid }</style></head><body>
            <button autofocus>甲</button><input type="radio" name="a"><input type="radio" name="a"><a href="/">乙</a>
            <details><summary>丙</summary><button>丁</button></details></body></html>
            """);

        Assert.Empty(await Tabbing.FaultsAsync(page));
    }
}
