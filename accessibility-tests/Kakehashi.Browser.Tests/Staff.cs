using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kakehashi.Browser.Tests;

/// <summary>Somebody signed in to the CMS, in a browser of their own. Everything is found by role and name.</summary>
sealed class Staff : IAsyncDisposable
{
    private readonly IBrowserContext visit;

    private Staff(IBrowserContext visit, IPage page) => (this.visit, Page) = (visit, page);

    public IPage Page { get; }

    public static async Task<Staff> SignInAsync(Chromium chromium, Uri cms, SignIn signIn, Screen screen, bool scripts = true)
    {
        var visit = await chromium.VisitAsync(screen, cms, scripts);
        var staff = new Staff(visit, await visit.NewPageAsync());
        await staff.GoAsync("/");
        await staff.SignInAsync(signIn);
        await Expect(staff.Heading("今日")).ToBeVisibleAsync();
        return staff;
    }

    /// <summary>Fills in the sign-in that is on the screen.</summary>
    public async Task SignInAsync(SignIn signIn)
    {
        await Text("利用者名").FillAsync(signIn.User);
        await Text("パスワード").FillAsync(signIn.Password);
        await PressAsync("サインイン");
    }

    /// <summary>Ends the session as time does, without a word to the page that is open.</summary>
    public Task LoseSessionAsync() => visit.ClearCookiesAsync(new() { Name = "__Host-kakehashi" });

    public Task GoAsync(string path) => Page.GotoAsync(path);

    /// <summary>A field whose name begins with this; 「※必須」 may follow.</summary>
    public ILocator Text(string label) => Page.GetByLabel(new Regex($"^{Regex.Escape(label)}(※|$)"));

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public Task PressAsync(string button) => Button(button).ClickAsync();

    public Task FollowAsync(string link) => Link(link).First.ClickAsync();

    /// <summary>What the screen says about the last action.</summary>
    public Task SaysAsync(string words) => Expect(Page.Locator("#status")).ToContainTextAsync(words);

    /// <summary>The page of the theme in a frame with this name.</summary>
    public IFrameLocator Frame(string name) => Page.FrameLocator($"iframe[title='{name}']");

    public async ValueTask DisposeAsync() => await visit.DisposeAsync();
}
