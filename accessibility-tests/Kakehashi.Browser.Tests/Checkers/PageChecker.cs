using System.Text.Json;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>A checker whose script is evaluated in the page that it judges.</summary>
/// <param name="Name">As its makers call it.</param>
/// <param name="Version">What the script says of itself, or its package; an expression in the page.</param>
/// <param name="Criteria">Numbers of the criteria that each rule tests, by the rule's id; an expression in the page.</param>
/// <param name="Script">Defines the checker; read when first needed.</param>
/// <param name="Run">Has the script, which is in the page by now, answer with a list of <see cref="Violation"/>s.</param>
sealed record PageChecker(string Name, string Version, string Criteria, Lazy<string> Script, Func<IPage, Task<JsonElement>> Run)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Every checker that runs in a page.</summary>
    public static IReadOnlyList<PageChecker> All { get; } = [Axe.Checker, Ibm.Checker, Alfa.Checker];

    /// <returns>What the checker holds to be wrong, in its order; empty when nothing was found.</returns>
    public async Task<IReadOnlyList<Violation>> CheckAsync(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        return (await Run(page)).Deserialize<List<Violation>>(Json)!;
    }

    public async Task<string> VersionAsync(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        return await page.EvaluateAsync<string>(Version);
    }

    /// <returns>Numbers of the criteria that each rule tests, by the rule's id; empty for a rule that tests none.</returns>
    public async Task<IReadOnlyDictionary<string, string[]>> CriteriaAsync(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(await page.EvaluateAsync<string>($"JSON.stringify({Criteria})"))!;
    }

    public override string ToString() => Name;
}
