using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>One walk through every screen of the CMS; what was seen on the way, by subject.</summary>
public sealed class StaffTour(Chromium chromium, RunningProgram program) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("kakehashi-screens-").FullName;
    private readonly Dictionary<IPage, IResponse> shown = [];
    private readonly List<(string Subject, string Fault, string Screen)> faults = [];
    private Scriptless? scriptless;

    /// <summary>How many screens were seen.</summary>
    public int Seen { get; private set; }

    public async ValueTask InitializeAsync()
    {
        scriptless = await Scriptless.OpenAsync(chromium);
        await new StaffScreens(chromium, program).VisitAsync(LookAsync);
        faults.AddRange((await Nu.CheckAsync(folder)).Select(violation => ("html", violation.ToString(), "")));
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        if (scriptless is not null)
            await scriptless.DisposeAsync();
    }

    /// <summary>Faults of one subject, each told once with the screens that have it: a fault of the frame is on every screen.</summary>
    public string Told(string subject) => string.Join('\n', faults.Where(fault => fault.Subject == subject).GroupBy(fault => fault.Fault, fault => fault.Screen)
        .Select(same => $"{same.Key}\n      on {same.Count()} screens: {string.Join(' ', same.Take(5))}"));

    private async Task LookAsync(string name, IPage page)
    {
        Seen++;
        if (!shown.ContainsKey(page))
            await ListenAsync(page, name);
        faults.AddRange((await OpenScreen.FaultsAsync(page, name)).Select(fault => ("view", fault, name)));
        faults.AddRange((await Tabbing.FaultsAsync(page)).Select(fault => ("keyboard", fault, name)));
        if (!shown.TryGetValue(page, out var sent))
            return;
        await File.WriteAllBytesAsync(Path.Join(folder, $"{Seen:000}{name.Replace('/', '-').Replace('?', '-')}.html"), await sent.BodyAsync(), TestContext.Current.CancellationToken);
        faults.AddRange((await scriptless!.FaultsAsync(page, sent, name)).Select(fault => ("scriptless", fault, name)));
    }

    // The first screen of a page was sent before anybody listened: it is sent once more.
    private async Task ListenAsync(IPage page, string name)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("responded with a status of", StringComparison.Ordinal))
                faults.Add(("console", message.Text, page.Url));
        };
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Frame == page.MainFrame && response.Status is < 300 or >= 400)
                shown[page] = response;
        };
        if (name.StartsWith('/') && !name.Contains(' ', StringComparison.Ordinal))
            await page.ReloadAsync();
    }
}
