using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kakehashi.Browser.Tests;

/// <summary>Somebody who fills in a form by keyboard alone: every control is reached with Tab and answered with keys.</summary>
sealed class Visitor : IAsyncDisposable
{
    private const int MostStops = 250;
    private const string TooQuick = "まだ送信していません。内容を確かめてから、もう一度送信してください。";
    private static readonly Regex Receipt = new("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");

    private readonly IBrowserContext visit;

    private Visitor(IBrowserContext visit, IPage page) => (this.visit, Page) = (visit, page);

    public IPage Page { get; }

    /// <summary>What is looked at on every step, faults told at once; set by tests of accessibility.</summary>
    public Func<IPage, Task<IEnumerable<string>>>? Inspect { get; set; }

    public static async Task<Visitor> ComeAsync(Chromium chromium, Uri site, Screen screen, bool scripts)
    {
        var visit = await chromium.VisitAsync(screen, site, scripts);
        return new Visitor(visit, await visit.NewPageAsync());
    }

    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await LookAsync();
    }

    /// <summary>Types into the field whose label begins so.</summary>
    /// <param name="group">Heading of the group, where several have such a field; null = the whole form.</param>
    public async Task TypeAsync(string label, string text, string? group = null)
    {
        var field = Field(label, group);
        await TabToAsync(field);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Chooses one radio button, or ticks one box.</summary>
    public async Task ChooseAsync(string label)
    {
        var control = Page.GetByRole(AriaRole.Main).GetByLabel(Beginning(label)).And(Page.Locator("input"));
        var radio = await control.First.GetAttributeAsync("type") == "radio";
        if (!radio)
        {
            await TabToAsync(control.First);
            if (!await control.First.IsCheckedAsync()) await Page.Keyboard.PressAsync("Space");
        }
        else
        {
            // Tab reaches the group, arrows its buttons.
            var name = await control.First.GetAttributeAsync("name");
            await TabToAsync(Page.Locator($"input[name='{name}']"));
            for (var i = 0; i < MostStops && !await IsFocusedAsync(control.First); i++) await Page.Keyboard.PressAsync("ArrowDown");
            if (!await control.First.IsCheckedAsync()) await Page.Keyboard.PressAsync("Space");
        }
        await Expect(control.First).ToBeCheckedAsync();
    }

    /// <summary>Chooses one entry of a list by its first letters, as the keyboard does.</summary>
    public async Task SelectAsync(string label, string entry)
    {
        var list = Field(label, null);
        await TabToAsync(list);
        for (var i = 0; i < MostStops && await list.EvaluateAsync<string>("list => list.selectedOptions[0].label") != entry; i++)
            await Page.Keyboard.PressAsync("ArrowDown");
    }

    /// <summary>Puts a file into a control; the system's own dialog is not part of the page.</summary>
    public Task AttachAsync(string label, string name, string type, byte[] bytes) =>
        Field(label, null).SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = bytes });

    /// <summary>Goes to a button and presses it.</summary>
    public async Task PressAsync(string button)
    {
        await TabToAsync(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);
        await EnterAsync();
    }

    /// <summary>Goes to a link and follows it.</summary>
    public async Task FollowAsync(string link)
    {
        await TabToAsync(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link }).First);
        await EnterAsync();
    }

    /// <summary>What stands in a field.</summary>
    public Task<string> ValueAsync(string label) => Field(label, null).InputValueAsync();

    /// <summary>Where a link of the page leads, root-relative.</summary>
    public async Task<string> AddressOfLinkAsync(string link) =>
        new Uri(new Uri(Page.Url), await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link }).First.GetAttributeAsync("href")).AbsolutePath;

    /// <summary>Answers are checked, then sent.</summary>
    /// <returns>Receipt number.</returns>
    public async Task<string> SendAsync(string button)
    {
        await PressAsync("入力した内容を確かめる");
        await StandsAtAsync("確認：");
        return await ConfirmAsync(button);
    }

    /// <summary>Sends from the check page; who was too quick for it presses once more.</summary>
    public async Task<string> ConfirmAsync(string button)
    {
        await PressAsync(button);
        for (var i = 0; i < 50 && await Page.GetByText(TooQuick).CountAsync() > 0; i++) await PressAsync(button);
        await StandsAtAsync("完了：");
        return Receipt.Match(await Page.GetByRole(AriaRole.Main).InnerTextAsync()).Value;
    }

    /// <summary>The title tells the step, and what the page complains about where it does not fit.</summary>
    public async Task StandsAtAsync(string step)
    {
        var title = await Page.TitleAsync();
        if (title.StartsWith(step, StringComparison.Ordinal)) return;
        Assert.Fail($"「{step}」 was expected at {Page.Url}, but the page is 「{title}」:\n{await Page.GetByRole(AriaRole.Main).InnerTextAsync()}");
    }

    public ValueTask DisposeAsync() => visit.DisposeAsync();

    private ILocator Field(string label, string? group)
    {
        var within = group is null ? Page.GetByRole(AriaRole.Main) : Page.GetByRole(AriaRole.Group, new() { NameRegex = Beginning(group) }).First;
        return within.GetByLabel(Beginning(label)).And(Page.Locator("input, textarea, select")).First;
    }

    // The next page has come when it says so itself: a response alone may still leave the old one standing.
    private async Task EnterAsync()
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        await Page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Page.Load -= Loaded;
        await LookAsync();
    }

    private static Regex Beginning(string words) => new($"^\\s*{Regex.Escape(words)}");

    // Forwards as a reader goes; the walk leaves the page at its end and comes in again at its beginning.
    private async Task TabToAsync(ILocator target)
    {
        await Expect(target.First).ToBeAttachedAsync();
        for (var i = 0; i < MostStops; i++)
        {
            if (await AnyFocusedAsync(target)) return;
            await Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not reach {target} on {Page.Url}");
    }

    private static Task<bool> AnyFocusedAsync(ILocator target) => target.EvaluateAllAsync<bool>("elements => elements.includes(document.activeElement)");

    private static Task<bool> IsFocusedAsync(ILocator target) => target.EvaluateAsync<bool>("element => element === document.activeElement");

    private async Task LookAsync()
    {
        if (Inspect is null) return;
        var faults = (await Inspect(Page)).ToList();
        Assert.True(faults.Count == 0, $"{await Page.TitleAsync()} ({Page.Url})\n{string.Join('\n', faults)}");
    }
}
