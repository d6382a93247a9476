using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Screens just as they were sent, in a browser that runs no script: they can be read, and nothing to press is missing.</summary>
sealed class Scriptless : IAsyncDisposable
{
    // Comforts of writing and of finding in a long list need a script and are hidden without it.
    private const string Controls = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
          .filter(control => control.checkVisibility({ visibilityProperty: true }) && !control.closest('[data-write], [data-table], [data-filter-label], [data-live-open]'))
          .map(control => `${control.localName} 「${(control.labels?.[0]?.innerText ?? (control.innerText || control.name || '')).trim().slice(0, 30)}」`)
        """;

    private static readonly Screen[] Widths = [Screen.Smallest, Screen.Tablet, Screen.Desktop];

    private readonly IBrowserContext visit;
    private readonly IPage page;

    private Scriptless(IBrowserContext visit, IPage page) => (this.visit, this.page) = (visit, page);

    public static async Task<Scriptless> OpenAsync(Chromium chromium)
    {
        var visit = await chromium.VisitAsync(Screen.Desktop, scripts: false);
        return new Scriptless(visit, await visit.NewPageAsync());
    }

    /// <param name="scripted">The same screen where scripts run.</param>
    /// <param name="sent">What the server answered, also to a POST that must not be sent twice.</param>
    /// <param name="name">By which the width is drawn; with --full all are looked at.</param>
    public async Task<IEnumerable<string>> FaultsAsync(IPage scripted, IResponse sent, string name)
    {
        var body = await sent.BodyAsync();
        await page.RouteAsync(sent.Url, route => route.FulfillAsync(new() { Status = 200, Headers = sent.Headers, BodyBytes = body }));
        await page.GotoAsync(sent.Url);
        await page.UnrouteAllAsync();
        var faults = new List<string>();
        foreach (var screen in RunSettings.Full ? Widths : [RunSettings.Draw($"{name} without scripts", Widths)])
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            faults.AddRange((await Layout.FaultsAsync(page)).Select(fault => $"without scripts, {screen}: {fault}"));
        }
        await page.SetViewportSizeAsync(scripted.ViewportSize!.Width, scripted.ViewportSize.Height);
        var there = await page.EvaluateAsync<string[]>(Controls);
        faults.AddRange((await scripted.EvaluateAsync<string[]>(Controls)).Except(there, StringComparer.Ordinal).Select(control => $"without scripts: no {control}"));
        return faults;
    }

    public async ValueTask DisposeAsync() => await visit.DisposeAsync();
}
