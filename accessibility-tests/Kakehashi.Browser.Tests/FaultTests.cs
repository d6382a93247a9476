using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kakehashi.Browser.Tests;

/// <summary>What visitors and staff notice when a part fails: visitors nothing, staff a sentence, and nobody loses a word.</summary>
[Collection(typeof(OneInstallation))]
[Trait("Speed", "Slow")]
public sealed class FaultTests(Chromium chromium, RunningProgram program)
{
    private static readonly string[] Asked = ["/", "/articles/", "/issues/", "/sitemap.xml", "/feeds/articles.xml"];
    private static readonly TimeSpan RestartLimit = TimeSpan.FromSeconds(60);

    [Fact]
    public Task Killed_CMS_is_not_noticed_on_the_site_and_later_publications_follow() => OutageAsync(() => program.KillAsync("cms"));

    [Fact]
    public Task Killed_database_is_not_noticed_on_the_site_and_later_publications_follow() => OutageAsync(program.KillDatabaseAsync);

    [Fact]
    public async Task Killed_site_process_comes_back_with_whole_pages_and_goes_on_publishing()
    {
        using var site = new SiteReader(program.Site);
        await program.KillAsync("site");
        await Eventually.CompleteAsync(() => FaultAsync(site), RestartLimit);
        await PublishAsync(site);
    }

    [Fact]
    public async Task While_the_site_process_is_dead_nothing_is_handed_in_and_afterwards_the_same_button_does_it()
    {
        var title = $"検査を待つ記事（{Guid.NewGuid():N}）";
        await using var editor = await Staff.SignInAsync(chromium, program.Cms, program.Editor, Screen.Desktop);
        await editor.StartArticleAsync(title, "会場は県庁です。");
        await editor.PressAsync("下書きを保存する");
        await editor.SaysAsync("下書きを保存しました。");
        await editor.Text("本文").FillAsync("会場は市役所です。");
        await program.KillAsync("site");
        await editor.PressAsync("保存して提出する");
        await Expect(editor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("今はアクセシビリティを検査できません。下書きは保存されています。しばらくしてから、もう一度提出してください。");
        await Expect(editor.Text("本文")).ToHaveValueAsync("会場は市役所です。");

        using var site = new SiteReader(program.Site);
        await Eventually.CompleteAsync(() => FaultAsync(site), RestartLimit);
        await Eventually.CompleteAsync(async () =>
        {
            await editor.PressAsync("保存して提出する");
            return await editor.Page.GetByText("提出しました。県の承認を待っています。").CountAsync() > 0 ? null : "it is not handed in";
        }, RestartLimit);
    }

    [Fact]
    public async Task Text_survives_a_session_that_ended_while_writing()
    {
        var title = $"書いている途中の記事（{Guid.NewGuid():N}）";
        await using var editor = await Staff.SignInAsync(chromium, program.Cms, program.Editor, Screen.Desktop);
        await editor.StartArticleAsync(title, "消えては困る本文です。");
        await editor.LoseSessionAsync();
        await editor.PressAsync("下書きを保存する");
        await Expect(editor.Page.GetByText("入力した内容は残っています。")).ToBeVisibleAsync();

        await editor.SignInAsync(program.Editor);

        await Expect(editor.Text("題名")).ToHaveValueAsync(title);
        await Expect(editor.Text("本文")).ToHaveValueAsync("消えては困る本文です。");
        await editor.PressAsync("下書きを保存する");
        await editor.SaysAsync("下書きを保存しました。");
        await Expect(editor.Text("本文")).ToHaveValueAsync("消えては困る本文です。");
    }

    [Fact]
    public async Task Second_of_two_editors_is_told_and_both_texts_are_kept()
    {
        var title = $"2人で直す記事（{Guid.NewGuid():N}）";
        await using var first = await Staff.SignInAsync(chromium, program.Cms, program.Editor, Screen.Desktop);
        await using var second = await Staff.SignInAsync(chromium, program.Cms, program.Secretariat, Screen.Desktop);
        await first.StartArticleAsync(title, "元の本文です。");
        await first.PressAsync("下書きを保存する");
        await first.SaysAsync("下書きを保存しました。");
        await second.GoAsync(new Uri(first.Page.Url).AbsolutePath);

        await first.Text("本文").FillAsync("先に直した本文です。");
        await first.PressAsync("下書きを保存する");
        await first.SaysAsync("下書きを保存しました。");
        await second.Text("本文").FillAsync("後から直した本文です。");
        await second.PressAsync("下書きを保存する");

        await Expect(second.Heading("同じものをほかの人が保存しました")).ToBeVisibleAsync();
        await Expect(second.Page.GetByText("先に直した本文です。").First).ToBeVisibleAsync();
        await Expect(second.Page.GetByText("後から直した本文です。").First).ToBeVisibleAsync();
        await second.PressAsync("自分の入力を開いて、見比べながら直す");
        await Expect(second.Text("本文")).ToHaveValueAsync("後から直した本文です。");
        await second.PressAsync("下書きを保存する");
        await second.SaysAsync("下書きを保存しました。");

        await second.OpenArticleAsync(title);
        await second.FollowAsync("版の履歴（3）");
        await Expect(second.Page.GetByText("先に直した本文です。").First).ToBeVisibleAsync();
        await Expect(second.Page.GetByText("後から直した本文です。").First).ToBeVisibleAsync();
    }

    /// <summary>The site is read all the time from before the fault until the CMS answers again.</summary>
    private async Task OutageAsync(Func<Task> fault)
    {
        using var site = new SiteReader(program.Site);
        using var cms = new SiteReader(program.Cms);
        Assert.Null(await FaultAsync(site));
        await fault();
        Assert.NotNull(await UnhealthyAsync(cms));
        await Eventually.CompleteAsync(async () =>
        {
            Assert.Null(await FaultAsync(site));
            return await UnhealthyAsync(cms);
        }, RestartLimit);
        await PublishAsync(site);
    }

    /// <summary>Writes and approves an article, and waits for it on the site.</summary>
    private async Task PublishAsync(SiteReader site)
    {
        var title = $"障害の後に書いた記事（{Guid.NewGuid():N}）";
        await using var editor = await Staff.SignInAsync(chromium, program.Cms, program.Editor, Screen.Desktop);
        await using var approver = await Staff.SignInAsync(chromium, program.Cms, program.Approver, Screen.Desktop);
        await editor.StartArticleAsync(title, "本文です。");
        await editor.SubmitAsync();
        await approver.OpenWaitingAsync(title);
        await approver.ApproveAsync();
        await approver.OpenArticleAsync(title);
        await site.PublishedAsync(await approver.PublicAddressAsync(), title);
    }

    /// <returns>The first thing a visitor does not get whole; null when all is there.</returns>
    private static async Task<string?> FaultAsync(SiteReader site)
    {
        foreach (var address in Asked)
        {
            var (status, text) = await site.TryReadAsync(address);
            if (status != HttpStatusCode.OK || !text.TrimEnd().EndsWith('>'))
                return $"{address} answers {status} with {text.Length} characters";
        }
        return null;
    }

    private static async Task<string?> UnhealthyAsync(SiteReader cms) =>
        await cms.TryReadAsync("/healthz") is (HttpStatusCode.OK, "ok") ? null : "the CMS is not healthy";
}
