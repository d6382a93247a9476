using Kakehashi.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Kakehashi.Browser.Tests;

/// <summary>The one browser of the run: Debian's Chromium, speaking Japanese.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IBrowser? largeText;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(15_000);
        playwright = await Playwright.CreateAsync();
        browser = await LaunchAsync();
    }

    /// <summary>A fresh visitor without cookies; dispose to leave. The certificate made on first run is accepted.</summary>
    /// <param name="home">What relative addresses start from; null where all are absolute.</param>
    public Task<IBrowserContext> VisitAsync(Screen screen, Uri? home = null, bool scripts = true) => VisitAsync(browser!, screen, home, scripts);

    /// <summary>As <see cref="VisitAsync(Screen, Uri?, bool)"/>, by somebody whose browser shows text at twice the size.</summary>
    public async Task<IBrowserContext> VisitWithLargeTextAsync(Screen screen) =>
        await VisitAsync(largeText ??= await LaunchAsync("--blink-settings=defaultFontSize=32"), screen, home: null, scripts: true);

    public async ValueTask DisposeAsync()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        await (largeText?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
    }

    private Task<IBrowser> LaunchAsync(params string[] arguments) =>
        playwright!.Chromium.LaunchAsync(new() { ExecutablePath = FindProgram("chromium"), Args = arguments });

    private static Task<IBrowserContext> VisitAsync(IBrowser browser, Screen screen, Uri? home, bool scripts) =>
        browser.NewContextAsync(new()
        {
            BaseURL = home?.AbsoluteUri,
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            JavaScriptEnabled = scripts,
            IgnoreHTTPSErrors = true,
        });

    private static string FindProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Join(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"{name} is not on the PATH: apt-get install {name}");
}
