using System.Text;
using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kakehashi.Browser.Tests;

/// <summary>A year's accessibility test from the machine's file to the public page, by keyboard alone, on a phone's width, without scripts (E07).</summary>
[Collection(typeof(OneInstallation))]
[Trait("Speed", "Slow")]
public sealed class JudgingRoadTests(Chromium chromium, RunningProgram program)
{
    private const string Results = "/accessibility/results/";
    private const string Judged = "2.4.4";

    // Pages of its own: what other tests judge of theirs stays judged.
    private const string First = "/issues/";
    private const string Second = "/events/";
    private const int MostStops = 300;
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(9).DateTime);
    private static readonly int Year = Today.Month >= 4 ? Today.Year : Today.Year - 1;

    [Fact]
    public async Task What_people_judge_decides_what_the_public_page_may_say()
    {
        await using var office = await Staff.SignInAsync(chromium, program.Cms, program.Secretariat, Screen.Phone, scripts: false);
        await BeginAsync(office);
        foreach (var page in new[] { First, Second })
            await JudgeAsync(office, page, "適合", "");
        await DescribeAsync(office);
        await PublishAsync(office);
        await PublicAsync(text => text.Contains($"適合レベルAAに{Claim.Word}しています。", StringComparison.Ordinal), "everything is judged and met");

        await JudgeAsync(office, First, "不適合", "「こちら」だけのリンクがあります。");
        await office.GoAsync($"/accessibility/{Year}");
        await PublishAsync(office);
        await PublicAsync(text => text.Contains("「こちら」だけのリンクがあります。", StringComparison.Ordinal) && !text.Contains(Claim.Word, StringComparison.Ordinal), "a failure stands with its note");

        await JudgeAsync(office, First, "適合", "見出しと合わせて分かります。");
        await Expect(office.Page.GetByText("これまでの判定（3件）")).ToBeVisibleAsync();
        await office.GoAsync($"/accessibility/{Year}");
        await PublishAsync(office);
        await PublicAsync(text => text.Contains($"{Claim.Word}しています。", StringComparison.Ordinal) && !text.Contains("「こちら」だけ", StringComparison.Ordinal), "a wrong judgement is corrected");
    }

    private static async Task BeginAsync(Staff office)
    {
        await office.GoAsync("/accessibility");
        if (await office.Button("試験を始める").CountAsync() == 0) await office.GoAsync($"/accessibility/{Year}");
        await office.Text("機械の検査の結果").SetInputFilesAsync(new FilePayload { Name = "evidence.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Evidence().Write()) });
        if (await office.Button("入れ替える").CountAsync() > 0)
        {
            await ReachAsync(office.Page, office.Page.GetByLabel("試験するページも入れ替える"));
            await office.Page.Keyboard.PressAsync("Space");
            await EnterAsync(office.Page, office.Button("入れ替える"));
        }
        else await EnterAsync(office.Page, office.Button("試験を始める"));
        await Expect(office.Page.Locator("#status")).Not.ToBeEmptyAsync();
    }

    private static async Task JudgeAsync(Staff office, string page, string result, string note)
    {
        await office.GoAsync($"/accessibility/{Year}/sheet?page={Uri.EscapeDataString(page)}");
        Assert.Empty(await Layout.TooWideAsync(office.Page));
        var field = office.Page.GetByRole(AriaRole.Group).Filter(new() { HasText = Judged }).First;
        var radio = field.GetByRole(AriaRole.Radio, new() { Name = result, Exact = true });
        await ReachAsync(office.Page, field.GetByRole(AriaRole.Radio));
        for (var i = 0; i < 3 && !await radio.IsCheckedAsync(); i++) await office.Page.Keyboard.PressAsync(i == 0 ? "Space" : "ArrowDown");
        await Expect(radio).ToBeCheckedAsync();
        await ReachAsync(office.Page, field.GetByLabel("メモ"));
        await office.Page.Keyboard.PressAsync("Control+A");
        await office.Page.Keyboard.PressAsync("Delete");
        if (note.Length > 0) await office.Page.Keyboard.InsertTextAsync(note);
        await EnterAsync(office.Page, office.Button("判定を保存する"));
        await office.SaysAsync("1件の判定を保存しました。");
    }

    private static async Task DescribeAsync(Staff office)
    {
        await office.GoAsync($"/accessibility/{Year}/record");
        foreach (var (label, text) in new[] { ("始めた日", Words(Today)), ("終えた日", Words(Today)), ("試験した部署や役割", "事務局") })
        {
            await ReachAsync(office.Page, office.Page.GetByLabel(label));
            await office.Page.Keyboard.PressAsync("Control+A");
            await office.Page.Keyboard.InsertTextAsync(text);
        }
        await EnterAsync(office.Page, office.Button("試験の記録を保存する"));
        await office.SaysAsync("試験の記録を保存しました。");
    }

    private static async Task PublishAsync(Staff office)
    {
        await EnterAsync(office.Page, office.Button("この結果を公表する"));
        await office.SaysAsync("公表しました");
    }

    private async Task PublicAsync(Func<string, bool> expected, string what)
    {
        await using var visit = await chromium.VisitAsync(Screen.Phone, program.Site, scripts: false);
        var page = await visit.NewPageAsync();
        await Eventually.CompleteAsync(
            async () =>
            {
                await page.GotoAsync(Results);
                return expected(await page.Locator("main").InnerTextAsync()) ? null : $"{Results} does not show that {what}";
            },
            TimeSpan.FromMinutes(1));
    }

    private static async Task EnterAsync(IPage page, ILocator button)
    {
        await ReachAsync(page, button);
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), response => response.Request.IsNavigationRequest && response.Status == 200);
        await page.WaitForLoadStateAsync();
    }

    private static async Task ReachAsync(IPage page, ILocator target)
    {
        for (var i = 0; i < MostStops; i++)
        {
            if (await target.EvaluateAllAsync<bool>("elements => elements.includes(document.activeElement)")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not reach {target} on {page.Url}");
    }

    private static string Words(DateOnly day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    // On both pages machines leave one criterion to people.
    private static ConformanceTest Evidence()
    {
        var sample = new PageSample("1", [new RepresentativePage(First, "課題の一覧")], [Second]);
        var site = new Uri(File.ReadLines(Path.Join(Repository.Root, "content", "programs", "tochigi-platform", "program.yaml")).Single(line => line.StartsWith("url: ", StringComparison.Ordinal))["url: ".Length..]);
        return new(Year, Today, null, null, site, 2, sample, [new Tool("見本の検査器", "1.0", 2, 0)], [], ["HTML", "CSS"], [],
            [
                .. from page in sample.Pages
                   from criterion in CriteriaSet.All.SelectMany(set => set.Criteria).DistinctBy(criterion => criterion.Number)
                   select new Assertion(page, criterion.Number, TestMode.Automatic, criterion.Number is Judged or "3.1.1" ? Outcome.Passed : Outcome.Inapplicable, "見本の検査器 1.0", Today),
            ], []);
    }
}
