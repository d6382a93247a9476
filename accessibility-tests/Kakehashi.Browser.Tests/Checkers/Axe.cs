using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Deque's axe-core, with every rule that is neither experimental nor deprecated.</summary>
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

    // Tags such as wcag143 and wcag1410 name the criterion.
    private const string Criteria = """
        Object.fromEntries(axe.getRules().filter(({ tags }) => !tags.includes('experimental') && !tags.includes('deprecated'))
          .map(({ ruleId, tags }) => [ruleId, tags.map(tag => /^wcag(\d)(\d)(\d+)$/.exec(tag)).filter(Boolean).map(([, ...parts]) => parts.join('.'))]))
        """;

    public static PageChecker Checker { get; } = new("axe", "axe.version", Criteria, new(ReadScript), page => page.EvaluateAsync<JsonElement>(Run));

    public static Task<IReadOnlyList<Violation>> CheckAsync(IPage page) => Checker.CheckAsync(page);

    /// <summary>As <see cref="CheckAsync"/>, in words; nobody presses what is on paper.</summary>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page, Setting setting) =>
        (await CheckAsync(page)).Where(violation => setting != Setting.Print || violation.Rule != "target-size").Select(violation => violation.ToString());

    // The package's own runner is five times slower than the script itself.
    private static string ReadScript()
    {
        using var stream = typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
