using System.Text.Json;

namespace Kakehashi.Browser.Tests;

/// <summary>The engine of IBM Equal Access by its rules for WCAG 2.2 A and AA; what needs a person's judgement is left out.</summary>
static class Ibm
{
    private const string Package = "accessibility-checker-engine";

    private const string Run = """
        async () => {
          const { results } = await new ace.Checker().check(document, ['WCAG_2_2']);
          const failed = results.filter(({ value: [level, result] }) => level === 'VIOLATION' && result === 'FAIL');
          return Object.values(Object.groupBy(failed, result => result.ruleId)).map(same => ({ rule: same[0].ruleId, impact: null, help: same[0].message,
            places: same.map(({ path, snippet }) => `${path.dom}  ${(snippet ?? '').slice(0, 160)}`) }));
        }
        """;

    // What only warns, or asks a person, proves nothing about a criterion.
    private const string Criteria = """
        (() => {
          const found = {};
          for (const { num, rules } of new ace.Checker().guidelines.find(({ id }) => id === 'WCAG_2_2').checkpoints)
            for (const { id, level } of rules ?? []) if (level === 'VIOLATION') (found[id] ??= []).push(num);
          return found;
        })()
        """;

    public static PageChecker Checker { get; } = new("IBM Equal Access", $"'{CheckerPackages.Version(Package)}'", Criteria,
        new(() => File.ReadAllText(CheckerPackages.File(Package, "ace.js"))), page => page.EvaluateAsync<JsonElement>(Run));
}
