using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>The first Tab shows a link, and Enter leads by it into <c>main</c> (WCAG 2.4.1).</summary>
static class SkipLink
{
    /// <summary>Looks at a page that was opened just now.</summary>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page)
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
    }
}
