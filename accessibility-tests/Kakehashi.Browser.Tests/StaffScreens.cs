using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kakehashi.Browser.Tests;

/// <summary>Every screen of the CMS, found as staff find them, with content on it.</summary>
sealed class StaffScreens(Chromium chromium, RunningProgram program)
{
    private static readonly Screen Screen = Screen.Desktop;

    private static readonly string[] Folders =
        ["articles", "issues", "seeds", "members", "events", "working-groups", "support-measures", "cases", "specialists", "pages", "sections"];

    /// <summary>Shows one screen after another.</summary>
    /// <param name="look">Receives a name for the report and the page that shows the screen.</param>
    public async Task VisitAsync(Func<string, IPage, Task> look)
    {
        await using (var visit = await chromium.VisitAsync(Screen, program.Cms))
        {
            var page = await visit.NewPageAsync();
            await LookAsync(page, look, "/sign-in");
            await page.GetByLabel("利用者名").FillAsync("dare");
            await page.GetByLabel("パスワード").FillAsync("chigau-password");
            await page.GetByRole(AriaRole.Button, new() { Name = "サインイン" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await look("/sign-in after a mistake", page);
        }
        await SecretariatAsync(look);
        await EditorAndApproverAsync(look);
        await using var @operator = await Staff.SignInAsync(chromium, program.Cms, program.Operator, Screen);
        await LookAsync(@operator.Page, look, "/accounts", "/account", "/accounts");
        await @operator.PressAsync("加えてパスワードを作る");
        await ShowsMistakesAsync(@operator.Page);
        await look("/accounts with mistakes", @operator.Page);
    }

    // Whoever checks may write as well, and reads records, mail and settings.
    private async Task SecretariatAsync(Func<string, IPage, Task> look)
    {
        await using var secretariat = await Staff.SignInAsync(chromium, program.Cms, program.Secretariat, Screen);
        var page = secretariat.Page;
        await LookAsync(page, look, "/", "/search?q=説明会", "/search?q=ないはずの語", "/media?kind=document", "/records", "/unreasoned", "/no-such-screen", "/accounts");
        foreach (var folder in Folders)
        {
            await LookAsync(page, look, $"/items/{folder}/new", $"/items/{folder}");
            var item = (await page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).First.GetAttributeAsync("href"))!;
            await LookAsync(page, look, item, $"{item}/edit", $"{item}/history");
        }
        await LookAsync(page, look, "/media");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First.ClickAsync();
        await look("a file of the library", page);
        await secretariat.GoAsync("/media");
        await secretariat.PressAsync("登録する");
        await ShowsMistakesAsync(page);
        await look("/media with mistakes", page);

        await AccessibilityTestScreens.VisitAsync(secretariat, look);

        await LookAsync(page, look, "/settings");
        await secretariat.Text("設定（program.yaml）").FillAsync("name: [");
        await secretariat.PressAsync("設定を保存する");
        await ShowsMistakesAsync(page);
        await look("/settings with mistakes", page);
    }

    private async Task EditorAndApproverAsync(Func<string, IPage, Task> look)
    {
        var title = $"画面を確かめる記事（{Guid.NewGuid():N}）";
        await using var editor = await Staff.SignInAsync(chromium, program.Cms, program.Editor, Screen);
        await using var other = await Staff.SignInAsync(chromium, program.Cms, program.Secretariat, Screen);
        await using var approver = await Staff.SignInAsync(chromium, program.Cms, program.Approver, Screen);

        await editor.GoAsync("/items/articles/new");
        await editor.PressAsync("保存して提出する");
        await ShowsMistakesAsync(editor.Page);
        await look("an article with mistakes", editor.Page);
        await editor.StartArticleAsync(title, "## 会場への行き方\n\n本文です。");
        await editor.Page.GetByRole(AriaRole.Group, new() { Name = "本文の書式" }).GetByRole(AriaRole.Button, new() { Name = "画像", Exact = true }).ClickAsync();
        await look("choosing a picture", editor.Page);
        await editor.FollowAsync("編集に戻る");
        await look("an article with kept input", editor.Page);
        await editor.PressAsync("下書きを保存する");
        await editor.SaysAsync("下書きを保存しました。");
        var item = new Uri(editor.Page.Url).AbsolutePath.Replace("/edit", "", StringComparison.Ordinal);

        await other.GoAsync($"{item}/edit");
        await other.Text("題名").FillAsync($"{title} 改");
        await other.PressAsync("下書きを保存する");
        await other.SaysAsync("下書きを保存しました。");
        await editor.PressAsync("下書きを保存する");
        await Expect(editor.Heading("同じものをほかの人が保存しました")).ToBeVisibleAsync();
        await look("two saved the same article", editor.Page);
        await editor.PressAsync("自分の入力を、新しい版として保存する");
        await LookAsync(editor.Page, look, $"{item}/history");
        await editor.GoAsync($"{item}/edit");
        await editor.SubmitAsync();
        await LookAsync(editor.Page, look, item, $"{item}/edit", $"/preview/{item.Split('/')[^1]}/1/page");

        await LookAsync(approver.Page, look, "/", "/accessibility", "/review", $"/review/{item.Split('/')[^1]}", "/items/articles/new");
        await approver.OpenWaitingAsync(title);
        await approver.PressAsync("差し戻す");
        await ShowsMistakesAsync(approver.Page);
        await look("returning without a word", approver.Page);
        await approver.ReturnAsync("題名を短くしてください。");
        await LookAsync(other.Page, look, "/mail");
        await other.Page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).First.ClickAsync();
        await look("a message", other.Page);
        await LookAsync(editor.Page, look, "/", $"{item}/edit", item);
        await editor.GoAsync($"{item}/edit");
        await editor.LoseSessionAsync();
        await editor.PressAsync("下書きを保存する");
        await Expect(editor.Page.GetByText("入力した内容は残っています。")).ToBeVisibleAsync();
        await look("the session has ended", editor.Page);
    }

    private static async Task LookAsync(IPage page, Func<string, IPage, Task> look, params IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            await look(address, page);
        }
    }

    private static Task ShowsMistakesAsync(IPage page) => Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
}
