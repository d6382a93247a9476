using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>axe-core run inside the page, with every rule that is neither experimental nor deprecated.</summary>
static class Axe
{
    private const string Run = """
        async () => {
          const rules = {};
          for (const rule of axe.getRules())
            rules[rule.ruleId] = { enabled: !rule.tags.includes('experimental') && !rule.tags.includes('deprecated') };
          const { violations } = await axe.run(document, { rules, resultTypes: ['violations'], iframes: false });
          return violations.map(({ id, impact, help, nodes }) => ({ rule: id, impact, help,
            places: nodes.map(node => `${node.target.join(' ')}  ${node.html.slice(0, 160)}`) }));
        }
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<string> Script = new(ReadScript);

    /// <returns>What axe holds to be wrong, in axe's order; empty when nothing was found.</returns>
    public static async Task<IReadOnlyList<Violation>> CheckAsync(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        var found = await page.EvaluateAsync<JsonElement>(Run);
        return found.Deserialize<List<Violation>>(Json)!;
    }

    // The package's own runner is five times slower than the script itself.
    private static string ReadScript()
    {
        using var stream = typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>One broken axe rule on one page.</summary>
/// <param name="Rule">axe's rule id.</param>
/// <param name="Impact">minor to critical; null when axe gives none.</param>
/// <param name="Places">Selector and beginning of the HTML of each place.</param>
sealed record Violation(string Rule, string? Impact, string Help, IReadOnlyList<string> Places)
{
    public override string ToString() => $"{Rule} ({Impact}): {Help}{string.Concat(Places.Take(5).Select(place => $"\n      {place}"))}";
}
