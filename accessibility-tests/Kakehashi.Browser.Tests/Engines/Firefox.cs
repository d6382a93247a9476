using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Debian's Firefox ESR, spoken to in WebDriver BiDi.</summary>
sealed class Firefox : IEngine
{
    public const string Program = "/usr/bin/firefox-esr";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;

    private Firefox(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, this.page) = (playwright, browser, page);

    public string Name => $"Firefox {browser.Version}";

    public static async Task<IEngine> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Firefox.LaunchAsync(new() { Channel = "moz-firefox", ExecutablePath = Program });
        return new Firefox(playwright, browser, await browser.NewPageAsync(new() { IgnoreHTTPSErrors = true, Locale = "ja-JP" }));
    }

    public Task SizeAsync(Screen screen) => page.SetViewportSizeAsync(screen.Width, screen.Height);

    public Task GoAsync(string address) => page.GotoAsync(address);

    public async Task FollowAsync(string selector)
    {
        var before = page.Url;
        await page.Locator(selector).First.ClickAsync();
        await page.WaitForURLAsync(url => url != before, new() { WaitUntil = WaitUntilState.Load });
    }

    public Task PressTabAsync() => page.Keyboard.PressAsync("Tab");

    public Task<string> ReadAsync(string expression) => page.EvaluateAsync<string>(expression);

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
