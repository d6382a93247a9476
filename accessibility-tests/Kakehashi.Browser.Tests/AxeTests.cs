namespace Kakehashi.Browser.Tests;

public sealed class AxeTests(Chromium chromium)
{
    [Fact]
    public async Task Known_barriers_are_found_so_silence_means_something()
    {
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        await page.SetContentAsync("""
            <!doctype html><html><head></head><body><h1>見本</h1><h3>飛んだ見出し</h3>
            <img src="data:,"><a href="/x/"></a><button></button><input name="q"><ul><p>項目</p></ul>
            <p style="color:#aaa;background:#fff">薄い文字</p><p style="color:#666;background:#fff">やや薄い文字</p>
            <a href="/a/" style="display:inline-block;width:10px;height:10px">甲</a><a href="/b/" style="display:inline-block;width:10px;height:10px">乙</a>
            </body></html>
            """);

        var rules = (await Axe.CheckAsync(page)).Select(violation => violation.Rule).ToHashSet();

        string[] expected = ["html-has-lang", "document-title", "heading-order", "image-alt", "link-name", "button-name", "label", "list",
            "color-contrast", "color-contrast-enhanced", "target-size", "landmark-one-main", "region"];
        Assert.Empty(expected.Except(rules));
    }

    [Fact]
    public async Task Faultless_page_gives_nothing()
    {
        await using var visit = await chromium.VisitAsync(Screen.Phone);
        var page = await visit.NewPageAsync();
        await page.SetContentAsync("""<!doctype html><html lang="ja"><head><title>見本</title></head><body><main><h1>見本</h1><p>本文です。</p></main></body></html>""");

        Assert.Empty(await Axe.CheckAsync(page));
    }
}
