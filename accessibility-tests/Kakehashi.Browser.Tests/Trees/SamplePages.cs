using Kakehashi.Themes;
using Kakehashi.Themes.Tests;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>One page of every kind with texts and days that never change, rendered by the theme and shown without a server.</summary>
static class SamplePages
{
    private const string Origin = "https://kakehashi.example";

    public static async Task ShowAsync(IPage page, string kind)
    {
        var model = Samples.Of(kind);
        var html = await PageRenderer.RenderAsync(model);
        await page.RouteAsync("**/*", route =>
        {
            var address = new Uri(route.Request.Url).AbsolutePath;
            if (address == model.Address)
                return route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html });
            return Theme.Assets.FirstOrDefault(asset => asset.Address == address) is { } asset
                ? route.FulfillAsync(new() { ContentType = asset.ContentType, BodyBytes = asset.Bytes.ToArray() })
                : route.FulfillAsync(new() { Status = 404 });
        });
        await page.GotoAsync(Origin + model.Address);
    }
}
