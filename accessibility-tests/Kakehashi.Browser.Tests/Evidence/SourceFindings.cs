using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Site;

namespace Kakehashi.Browser.Tests;

/// <summary>What one tool says about the sources of all pages of a site.</summary>
/// <param name="Tool">Name and version.</param>
/// <param name="Covers">Numbers of the criteria that it has rules for.</param>
/// <param name="ByPage">Failures by address.</param>
sealed record SourceFindings(string Tool, IReadOnlySet<string> Covers, ILookup<string, CriterionFailure> ByPage)
{
    private const int MostNamed = 10;
    private const string PageEnding = ".html";

    /// <summary>This project's rules: what breaks one of weight error; all else is a person's to judge.</summary>
    public static SourceFindings OfRules(string folder)
    {
        var rules = RuleSet.All.Where(rule => rule.Weight == Weight.Error && rule.Criterion is not null).ToDictionary(rule => rule.Id, rule => rule.Criterion!.Number, StringComparer.Ordinal);
        var found = SiteCheck.Check(folder, today: null).Findings.Where(finding => rules.ContainsKey(finding.Rule))
            .GroupBy(finding => (Page: SiteCopy.AddressOf(finding.Path), finding.Rule))
            .ToLookup(same => same.Key.Page, same => new CriterionFailure(rules[same.Key.Rule], same.Key.Rule, same.Count()), StringComparer.Ordinal);
        return new($"Kakehashiの検査規則 {typeof(RuleSet).Assembly.GetName().Version!.ToString(3)}", rules.Values.ToHashSet(StringComparer.Ordinal), found);
    }

    /// <summary>The Nu HTML checker: every error breaks 4.1.1.</summary>
    public static async Task<SourceFindings> OfNuAsync(string folder)
    {
        var parsing = Criteria.Parsing.Number;
        var found = (await Nu.CheckAsync(folder)).SelectMany(violation => violation.Places)
            .GroupBy(place => SiteCopy.AddressOf(Path.GetRelativePath(folder, place["file:".Length..(place.IndexOf(PageEnding, StringComparison.Ordinal) + PageEnding.Length)])))
            .ToLookup(same => same.Key, same => new CriterionFailure(parsing, "HTMLの誤り", same.Count()), StringComparer.Ordinal);
        return new($"{Nu.Name} {Nu.Version}", new HashSet<string>([parsing], StringComparer.Ordinal), found);
    }

    public int Failures => ByPage.Sum(page => page.Count());

    public ToolFindings On(string page) => new(Tool, Covers, [.. ByPage[page]]);

    /// <summary>What is wrong on all pages but these; the first ten are named.</summary>
    public ToolFindings Elsewhere(IReadOnlyCollection<string> pages) => new(Tool, Covers,
    [
        .. ByPage.Where(page => !pages.Contains(page.Key)).OrderBy(page => page.Key, StringComparer.Ordinal).Take(MostNamed)
            .SelectMany(page => page.Select(failure => failure with { Rule = $"{page.Key} の {failure.Rule}" })),
    ]);
}
