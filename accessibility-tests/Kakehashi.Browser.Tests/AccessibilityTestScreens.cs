using System.Text;
using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kakehashi.Browser.Tests;

/// <summary>The screens of the yearly accessibility test, with a test on them.</summary>
static class AccessibilityTestScreens
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(9).DateTime);
    private static readonly Uri Site = new(File.ReadLines(Path.Join(Repository.Root, "content", "programs", "tochigi-platform", "program.yaml")).Single(line => line.StartsWith("url: ", StringComparison.Ordinal))["url: ".Length..]);
    private static readonly int Year = Today.Month >= 4 ? Today.Year : Today.Year - 1;

    /// <param name="look">Receives a name for the report and the page that shows the screen.</param>
    public static async Task VisitAsync(Staff office, Func<string, IPage, Task> look)
    {
        var page = office.Page;
        await office.GoAsync("/accessibility");
        await look("/accessibility", page);
        // Where the sample content brings this year's test, its machine evidence is replaced.
        if (await office.Button("試験を始める").CountAsync() == 0) await office.GoAsync($"/accessibility/{Year}");
        await PressAsync(office, "試験を始める", "入れ替える");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await look("a test without evidence", page);
        await office.Text("機械の検査の結果").SetInputFilesAsync(new FilePayload { Name = "evidence.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Evidence().Write()) });
        if (await office.Button("入れ替える").CountAsync() > 0) await page.GetByLabel("試験するページも入れ替える").CheckAsync();
        await PressAsync(office, "試験を始める", "入れ替える");
        await Expect(page.Locator("#status")).Not.ToBeEmptyAsync();
        await look($"/accessibility/{Year}", page);

        await office.GoAsync($"/accessibility/{Year}/sheet?page=%2F");
        await page.GetByRole(AriaRole.Radio, new() { Name = "不適合" }).First.CheckAsync();
        await office.PressAsync("判定を保存する");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await look("a sheet with a mistake", page);
        await page.GetByLabel("メモ").First.FillAsync("図の説明がありません。");
        await office.PressAsync("判定を保存する");
        await office.SaysAsync("1件の判定を保存しました。");
        await look("a sheet that was judged", page);

        await office.GoAsync($"/accessibility/{Year}/record");
        await look("the record of a test", page);
        await page.GetByLabel("始めた日").FillAsync("きのう");
        await office.PressAsync("試験の記録を保存する");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await look("the record of a test with mistakes", page);
        foreach (var path in new[] { "sheet", "print?page=%2F", "self-evaluation" })
        {
            await office.GoAsync($"/accessibility/{Year}/{path}");
            await look($"/accessibility/{Year}/{path}", page);
        }
        await page.GetByRole(AriaRole.Radio, new() { Name = "一部できている（1点）" }).First.CheckAsync();
        await page.GetByLabel("根拠").First.FillAsync("");
        await office.PressAsync("評価表を保存する");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await look("a self-evaluation with a mistake", page);
    }

    private static async Task PressAsync(Staff office, params string[] buttons)
    {
        foreach (var button in buttons)
            if (await office.Button(button).CountAsync() > 0)
            {
                await office.PressAsync(button);
                return;
            }
    }

    // One failure that a machine found, and everything that people judge.
    private static ConformanceTest Evidence()
    {
        var sample = new PageSample("1", [new RepresentativePage("/", "トップページ")], ["/articles/"]);
        return new(Year, Today, null, null, Site, 100, sample, [new Tool("見本の検査器", "1.0", 2, 1)], [], ["HTML", "CSS"], [],
            [
                .. from page in sample.Pages
                   from criterion in CriteriaSet.Wcag22.Criteria
                   let failed = page == "/" && criterion.Number == "2.2.2"
                   select new Assertion(page, criterion.Number, TestMode.Automatic, failed ? Outcome.Failed : Outcome.Passed, "見本の検査器 1.0", Today, failed ? "5秒を過ぎても動きます。" : null),
            ], []);
    }
}
