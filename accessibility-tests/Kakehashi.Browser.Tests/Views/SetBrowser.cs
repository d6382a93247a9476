using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>A page in a browser that is set up in one way.</summary>
sealed class SetBrowser : IAsyncDisposable
{
    private readonly IBrowserContext visit;
    private readonly Setting setting;

    private SetBrowser(IBrowserContext visit, IPage page, Setting setting) => (this.visit, Page, this.setting) = (visit, page, setting);

    public IPage Page { get; }

    public static async Task<SetBrowser> OpenAsync(Chromium chromium, Setting setting)
    {
        var visit = setting == Setting.LargeText ? await chromium.VisitWithLargeTextAsync(Screen.Desktop) : await chromium.VisitAsync(Screen.Desktop, scripts: setting != Setting.NoScript);
        var page = await visit.NewPageAsync();
        await page.EmulateMediaAsync(Emulation.MediaOf(setting));
        return new(visit, page, setting);
    }

    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        if (setting == Setting.TextSpacing)
            await Emulation.PutOnAsync(Page, setting);
    }

    public Task SizeAsync(Screen screen) => Page.SetViewportSizeAsync(screen.Width, screen.Height);

    public async ValueTask DisposeAsync() => await visit.DisposeAsync();
}
