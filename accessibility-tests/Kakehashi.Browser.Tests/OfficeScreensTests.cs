using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>The secretariat's screens with something on them: axe, width, keyboard.</summary>
[Collection(typeof(OneInstallation))]
[Trait("Speed", "Slow")]
public sealed class OfficeScreensTests(Chromium chromium, RunningProgram program, OpenCalls calls) : IClassFixture<OpenCalls>
{
    [Fact]
    public async Task Screens_of_what_visitors_sent_hinder_nobody()
    {
        var (receipt, application) = (await AskAsync(), await ApplyAsync());
        await using var office = await Staff.SignInAsync(chromium, program.Cms, program.Secretariat, Screen.Smallest);
        await office.OpenSubmissionAsync(application);
        await office.OpenSubmissionAsync(receipt);
        var submission = new Uri(office.Page.Url).AbsolutePath;
        var faults = new List<string>();
        await using var scriptless = await Scriptless.OpenAsync(chromium);
        foreach (var address in (IEnumerable<string>)
        [
            submission, $"{submission}/decisions/reply", $"{submission}/decisions/close", $"{submission}/mend",
            "/submissions", "/submissions?state=all", "/event-applications", $"/event-applications/{calls.Event}", $"/event-applications/{calls.Event}/list",
            "/proposals", $"/proposals/{calls.Issue}", "/survey-results", $"/survey-results/{calls.Survey}", "/member-import", "/personal", "/",
        ])
        {
            var sent = await office.Page.GotoAsync(address);
            faults.AddRange((await LookAsync(office.Page)).Concat(await scriptless.FaultsAsync(office.Page, sent!, address)).Select(fault => $"{address}: {fault}"));
        }
        await office.GoAsync($"{submission}/decisions/close");
        await office.Text("メールの文").FillAsync(new string('長', 8_001));
        await office.PressAsync("完了にする");
        faults.AddRange((await LookAsync(office.Page)).Select(fault => $"a decision with a mistake: {fault}"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page) =>
        [.. await OpenScreen.FaultsAsync(page, new Uri(page.Url).AbsolutePath), .. await Tabbing.FaultsAsync(page)];

    private async Task<string> AskAsync()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, program.Site, Screen.Phone, scripts: false);
        await visitor.GoAsync("/forms/contact/");
        await visitor.ChooseAsync("シーズ");
        await visitor.TypeAsync("お問い合わせの文", "雪の深さを測る技術はありますか。");
        await visitor.TypeAsync("お名前", "見本 太郎");
        await visitor.TypeAsync("メールアドレス", "office@visitor.example");
        await visitor.ChooseAsync("個人情報の取扱いに同意します");
        return await visitor.SendAsync("お問い合わせを送る");
    }

    private async Task<string> ApplyAsync()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, program.Site, Screen.Phone, scripts: false);
        await visitor.GoAsync($"/forms/event/{calls.Event}/");
        await visitor.TypeAsync("参加する方のお名前", "見本 太郎");
        await visitor.ChooseAsync("会場で");
        await visitor.TypeAsync("メールアドレス", "office@visitor.example");
        await visitor.ChooseAsync("個人情報の取扱いに同意します");
        return await visitor.SendAsync("申し込む");
    }
}
