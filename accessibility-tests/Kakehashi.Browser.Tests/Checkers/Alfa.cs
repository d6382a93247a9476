using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Siteimprove Alfa by its rules for WCAG A and AA, in the piece that <c>checkers/alfa.js</c> is bundled to.</summary>
static class Alfa
{
    private const string Judge = """
        async taken => Object.values(Object.groupBy(await alfa.judge(taken), failure => failure.rule))
          .map(same => ({ rule: same[0].rule, impact: null, help: same[0].message, places: same.map(failure => failure.place) }))
        """;

    // One blank page of each visit judges all others: once warm, it needs a third of the time.
    private static readonly ConditionalWeakTable<IBrowserContext, Task<IPage>> Judges = [];
    private static readonly Lazy<string> Script = new(() => File.ReadAllText(CheckerPackages.File(".bundle", "alfa.js")));

    public static PageChecker Checker { get; } = new("Siteimprove Alfa", "alfa.version", "alfa.criteria", Script, RunAsync);

    private static async Task<JsonElement> RunAsync(IPage page)
    {
        var judge = await Judges.GetValue(page.Context, OpenJudgeAsync);
        return await judge.EvaluateAsync<JsonElement>(Judge, await page.EvaluateAsync<string>("alfa.read()"));
    }

    private static async Task<IPage> OpenJudgeAsync(IBrowserContext visit)
    {
        var judge = await visit.NewPageAsync();
        await judge.EvaluateAsync(Script.Value);
        return judge;
    }
}
