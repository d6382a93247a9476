using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kakehashi.Browser.Tests;

/// <summary>What editors and approvers do with an article on the screens.</summary>
static class Editing
{
    /// <summary>Fills in all that an article needs; it is not saved yet.</summary>
    public static async Task StartArticleAsync(this Staff editor, string title, string body)
    {
        await editor.GoAsync("/");
        await editor.FollowAsync("新しい記事を書く");
        await editor.Text("題名").FillAsync(title);
        await editor.Text("要約").FillAsync($"{title}について、日程と申込みの方法をお知らせします。");
        await editor.Page.GetByRole(AriaRole.Radio, new() { Name = "お知らせ", Exact = true }).CheckAsync();
        await editor.Text("本文").FillAsync(body);
        await editor.Text("担当").SelectOptionAsync("会員窓口");
    }

    /// <summary>Uploads a drawing from the writing tools; it goes to the end of the text.</summary>
    public static async Task AddPictureAsync(this Staff editor, string alternative)
    {
        var drawing = await editor.Page.ScreenshotAsync(new() { Clip = new() { X = 0, Y = 0, Width = 320, Height = 180 } });
        await editor.Page.GetByRole(AriaRole.Group, new() { Name = "本文の書式" }).GetByRole(AriaRole.Button, new() { Name = "画像", Exact = true }).ClickAsync();
        await editor.Page.GetByLabel("ファイル").SetInputFilesAsync(new FilePayload { Name = "会場の見取り図.png", MimeType = "image/png", Buffer = drawing });
        await editor.Text("代替テキスト").FillAsync(alternative);
        await editor.PressAsync("登録して使う");
        await editor.SaysAsync("画像を入れました。");
    }

    public static async Task SubmitAsync(this Staff editor)
    {
        await editor.PressAsync("保存して提出する");
        await editor.SaysAsync("提出しました。県の承認を待っています。");
    }

    /// <summary>From what waits on the first screen to the screen of the decision.</summary>
    public static async Task OpenWaitingAsync(this Staff approver, string title)
    {
        await approver.GoAsync("/");
        await approver.FollowAsync(title);
        await Expect(approver.Heading(title)).ToBeVisibleAsync();
    }

    public static async Task ReturnAsync(this Staff approver, string comment)
    {
        await approver.Text("伝えること").FillAsync(comment);
        await approver.PressAsync("差し戻す");
        await approver.SaysAsync("差し戻しました。");
    }

    public static async Task ApproveAsync(this Staff approver)
    {
        await approver.PressAsync("承認する");
        await approver.SaysAsync("承認しました。公開しました。");
    }

    /// <summary>Opens the item's own screen from the list of articles.</summary>
    public static async Task OpenArticleAsync(this Staff staff, string title)
    {
        await staff.GoAsync("/items/articles");
        await staff.FollowAsync(title);
        await Expect(staff.Heading(title)).ToBeVisibleAsync();
    }

    /// <summary>Where the open item stands on the public site; root-relative.</summary>
    public static async Task<string> PublicAddressAsync(this Staff staff) =>
        new Uri((await staff.Page.Locator("a[href*='/articles/']:not([href^='/'])").GetAttributeAsync("href"))!).AbsolutePath;
}
