using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kakehashi.Browser.Tests;

/// <summary>From an editor's first word to the page on the public site, and to its end, through the real processes.</summary>
[Collection(typeof(OneInstallation))]
[Trait("Speed", "Slow")]
public sealed class EditorialRoadTests(Chromium chromium, RunningProgram program)
{
    private const string OldWords = "先着順で受け付けます。";
    private const string NewWords = "抽選で受け付けます。";
    private const string Alternative = "会場の見取り図。入口は建物の南側にあります。";

    [Fact]
    public async Task Article_goes_from_the_first_word_through_a_return_and_a_change_to_its_end()
    {
        var title = $"説明会のご案内（{Guid.NewGuid():N}）";
        await using var editor = await Staff.SignInAsync(chromium, program.Cms, program.Editor, Screen.Desktop);
        await using var approver = await Staff.SignInAsync(chromium, program.Cms, program.Approver, Screen.Desktop);
        using var site = new SiteReader(program.Site);

        await editor.StartArticleAsync(title, $"## 申込み\n\n{OldWords}\n\n");
        await AddTableAsync(editor);
        await editor.AddPictureAsync(Alternative);
        await editor.SubmitAsync();

        await approver.OpenWaitingAsync(title);
        var preview = approver.Frame($"公開後の見た目（{title}）");
        await Expect(preview.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await Expect(preview.GetByRole(AriaRole.Rowheader, new() { Name = "12月3日" })).ToBeVisibleAsync();
        await ShowsPictureAsync(preview.GetByRole(AriaRole.Img, new() { Name = Alternative }));
        await approver.ReturnAsync("会場の階を書いてください。");

        await MendAsync(editor, title, "会場の階を書いてください。");
        await approver.OpenWaitingAsync(title);
        await approver.ApproveAsync();

        await editor.OpenArticleAsync(title);
        var address = await editor.PublicAddressAsync();
        await site.PublishedAsync(address, "会場は2階です。");
        await ReadsAsync(title, address);

        await editor.FollowAsync("次の版を書く");
        await ReplaceAsync(editor.Text("本文"), OldWords, NewWords);
        await editor.SubmitAsync();
        await approver.OpenWaitingAsync(title);
        await Expect(approver.Frame($"今のページ（{title}）").GetByText(OldWords)).ToBeVisibleAsync();
        await Expect(approver.Frame($"公開後の見た目（{title}）").GetByText(NewWords)).ToBeVisibleAsync();
        await Expect(approver.Page.GetByRole(AriaRole.Deletion).Filter(new() { HasText = OldWords })).ToBeVisibleAsync();
        await Expect(approver.Page.GetByRole(AriaRole.Insertion).Filter(new() { HasText = NewWords })).ToBeVisibleAsync();
        Assert.Contains(OldWords, (await site.ReadAsync(address)).Text, StringComparison.Ordinal);
        await approver.ApproveAsync();
        await site.PublishedAsync(address, NewWords);
        Assert.DoesNotContain(OldWords, (await site.ReadAsync(address)).Text, StringComparison.Ordinal);

        await editor.OpenArticleAsync(title);
        await editor.FollowAsync("次の版を書く");
        var end = await SetEndAsync(editor);
        await editor.SubmitAsync();
        await approver.OpenWaitingAsync(title);
        await approver.ApproveAsync();
        await site.PublishedAsync(address, NewWords);
        await site.GoneAsync(address, end - DateTimeOffset.UtcNow + SiteReader.PublishLimit);
        Assert.True(DateTimeOffset.UtcNow >= end, "the page was gone before its time");
    }

    [Fact]
    public async Task Approver_decides_on_a_phone_on_what_was_written_without_script()
    {
        var title = $"休館のお知らせ（{Guid.NewGuid():N}）";
        await using var editor = await Staff.SignInAsync(chromium, program.Cms, program.Editor, Screen.Desktop, scripts: false);
        await using var approver = await Staff.SignInAsync(chromium, program.Cms, program.Approver, Screen.Phone);
        using var site = new SiteReader(program.Site);

        await editor.StartArticleAsync(title, $"## 日程\n\n| 日付 | 時間 |\n| --- | --- |\n| 12月3日 | 午前9時 |\n\n{OldWords}");
        await editor.AddPictureAsync(Alternative);
        await editor.SubmitAsync();

        await approver.OpenWaitingAsync(title);
        await Expect(approver.Frame($"公開後の見た目（{title}）").GetByRole(AriaRole.Rowheader, new() { Name = "12月3日" })).ToBeVisibleAsync();
        await approver.ReturnAsync("会場の階を書いてください。");
        await MendAsync(editor, title, "会場の階を書いてください。");
        await approver.OpenWaitingAsync(title);
        await approver.ApproveAsync();

        await approver.OpenArticleAsync(title);
        var address = await approver.PublicAddressAsync();
        await site.PublishedAsync(address, "会場は2階です。");
        await ReadsAsync(title, address);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Warning_is_refused_until_its_reason_stands_beside_it_and_the_approver_reads_it(bool scripts)
    {
        const string Why = "国の告示の書き方を、そのまま引いています。";
        var title = $"告示のお知らせ（{Guid.NewGuid():N}）";
        await using var editor = await Staff.SignInAsync(chromium, program.Cms, program.Editor, Screen.Desktop, scripts);
        await using var approver = await Staff.SignInAsync(chromium, program.Cms, program.Approver, Screen.Phone, scripts);
        using var site = new SiteReader(program.Site);

        await editor.StartArticleAsync(title, "告示をお知らせします。\n\n「2026/4/30から施行する。」とあります。");
        await editor.PressAsync("保存して提出する");
        var mistake = editor.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link);
        await Expect(mistake).ToContainTextAsync("（本文 3行目：「2026/4/30」）直すか、直さない理由を入力してください。");
        var place = editor.Page.GetByRole(AriaRole.Region, new() { Name = "アクセシビリティの検査" }).GetByRole(AriaRole.Link);
        await place.ClickAsync();
        if (scripts) Assert.Equal("「2026/4/30から施行する。」とあります。", await editor.Text("本文").EvaluateAsync<string>("text => text.value.slice(text.selectionStart, text.selectionEnd)"));
        else Assert.EndsWith("#f-body", editor.Page.Url, StringComparison.Ordinal);
        await editor.Text("直さない理由").FillAsync(Why);
        await editor.SubmitAsync();

        await approver.OpenWaitingAsync(title);
        await Expect(approver.Page.GetByRole(AriaRole.Region, new() { Name = "アクセシビリティの検査" })).ToContainTextAsync($"直さない理由：{Why}");
        await approver.ApproveAsync();
        await approver.OpenArticleAsync(title);
        await site.PublishedAsync(await approver.PublicAddressAsync(), "2026/4/30から施行する。");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_machine_can_mend_is_mended_by_one_key_and_words_in_another_language_say_so(bool scripts)
    {
        var title = $"見学のご案内（{Guid.NewGuid():N}）";
        await using var editor = await Staff.SignInAsync(chromium, program.Cms, program.Editor, scripts ? Screen.Desktop : Screen.Phone, scripts);
        await using var approver = await Staff.SignInAsync(chromium, program.Cms, program.Approver, Screen.Desktop, scripts);
        using var site = new SiteReader(program.Site);

        await editor.StartArticleAsync(title, "日　時：2099/4/1、13:30～15:00\n\nｼｰｽﾞの見学です。");
        await editor.PressAsync("下書きを保存する");
        var card = editor.Page.GetByRole(AriaRole.Region, new() { Name = "アクセシビリティの検査" });
        await Expect(card.Locator("ins").Filter(new() { HasText = "シーズの見学" })).ToBeVisibleAsync();
        var all = card.GetByRole(AriaRole.Button, new() { NameRegex = new("^機械で直せるものをまとめて直す") });
        await all.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.SaysAsync("か所を直して、下書きを保存しました。");
        await Expect(editor.Text("本文")).ToHaveValueAsync("日時：2099年4月1日（水曜日）、午後1時30分から午後3時まで\n\nシーズの見学です。");

        const string English = "Please bring your residence card to the counter on the day of the visit.";
        await editor.Text("本文").FillAsync($"シーズの見学です。\n\n{English}");
        await editor.PressAsync("下書きを保存する");
        await Expect(card).ToContainTextAsync("{lang=en:");
        if (scripts)
        {
            await editor.Text("本文").EvaluateAsync("text => text.setSelectionRange(text.value.indexOf('Please'), text.value.length)");
            await editor.PressAsync("外国語");
        }
        else await editor.Text("本文").FillAsync($"シーズの見学です。\n\n{{lang=en:{English}}}");
        await Expect(editor.Text("本文")).ToHaveValueAsync($"シーズの見学です。\n\n{{lang=en:{English}}}");
        await editor.SubmitAsync();
        await approver.OpenWaitingAsync(title);
        await approver.ApproveAsync();
        await approver.OpenArticleAsync(title);
        await site.PublishedAsync(await approver.PublicAddressAsync(), $"<span lang=\"en\">{English}</span>");
    }

    private static async Task AddTableAsync(Staff editor)
    {
        await editor.Text("本文").PressAsync("Control+End");
        await editor.PressAsync("表");
        await editor.PressAsync("この大きさの表を入れる");
        await ReplaceAsync(editor.Text("本文"), "| 見出し1 | 見出し2 |\n| --- | --- |\n| 　 | 　 |\n| 　 | 　 |", "| 日付 | 時間 |\n| --- | --- |\n| 12月3日 | 午前9時 |");
    }

    private static async Task MendAsync(Staff editor, string title, string comment)
    {
        await editor.GoAsync("/");
        await editor.FollowAsync(title);
        await Expect(editor.Heading("差し戻されています")).ToBeVisibleAsync();
        await Expect(editor.Page.GetByText(comment)).ToBeVisibleAsync();
        await ReplaceAsync(editor.Text("本文"), OldWords, $"会場は2階です。{OldWords}");
        await editor.SubmitAsync();
    }

    private static async Task ReplaceAsync(ILocator text, string before, string after)
    {
        var all = await text.InputValueAsync();
        Assert.Contains(before, all, StringComparison.Ordinal);
        await text.FillAsync(all.Replace(before, after, StringComparison.Ordinal));
    }

    // Screens take whole minutes: the next one that leaves time to submit and to approve.
    private static async Task<DateTimeOffset> SetEndAsync(Staff editor)
    {
        var soon = DateTimeOffset.UtcNow.AddMinutes(1.6).ToOffset(TimeSpan.FromHours(9));
        var end = soon.AddSeconds(-soon.Second).AddTicks(-(soon.Ticks % TimeSpan.TicksPerSecond));
        var group = editor.Page.GetByRole(AriaRole.Group, new() { Name = "公開を終える日時" });
        await group.GetByLabel("日付").FillAsync(end.ToString("yyyy年M月d日", CultureInfo.InvariantCulture));
        await group.GetByLabel("時刻").FillAsync(end.ToString("H:mm", CultureInfo.InvariantCulture));
        return end;
    }

    private async Task ReadsAsync(string title, string address)
    {
        await using var visit = await chromium.VisitAsync(Screen.Phone, program.Site);
        var page = await visit.NewPageAsync();
        await page.GotoAsync("/articles/");
        await page.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        Assert.Equal(address, new Uri(page.Url).AbsolutePath);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = title })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "午前9時" })).ToBeVisibleAsync();
        await ShowsPictureAsync(page.GetByRole(AriaRole.Img, new() { Name = Alternative }));
    }

    // A picture that was not sent has no width of its own.
    private static async Task ShowsPictureAsync(ILocator picture)
    {
        await picture.ScrollIntoViewIfNeededAsync();
        await Eventually.CompleteAsync(async () => await picture.EvaluateAsync<int>("image => image.naturalWidth") is 320 ? null : "the picture is not shown", TimeSpan.FromSeconds(10));
    }
}
