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

    // What breaks a rule of weight error; of criteria that are judged once for the whole site also what is doubtful, since a person judges it anyway (AF).
    private static readonly Dictionary<string, string> Rules = RuleSet.All
        .Where(rule => rule.Criterion is { } criterion && (rule.Weight == Weight.Error || criterion.Once && rule.Weight == Weight.Warning))
        .ToDictionary(rule => rule.Id, rule => rule.Criterion!.Number, StringComparer.Ordinal);

    private static readonly HashSet<string> Once = [.. MachineEvidence.Criteria.Where(criterion => criterion.Once).Select(criterion => criterion.Number)];

    /// <summary>This project's rules over a whole site.</summary>
    public static SourceFindings OfRules(string folder) => OfRules(SiteCheck.Check(folder, today: null).Findings, SiteCopy.AddressOf);

    /// <summary>This project's rules over pages that no address leads to, each judged by itself.</summary>
    /// <param name="pageOf">Page by its path in the folder.</param>
    public static SourceFindings OfPages(string folder, Func<string, string> pageOf) =>
        OfRules(Directory.EnumerateFiles(folder, "*" + PageEnding).SelectMany(file => PageCheck.Check(File.ReadAllText(file), Path.GetFileName(file))), pageOf);

    /// <summary>The Nu HTML checker: every error breaks 4.1.1.</summary>
    /// <param name="pageOf">Page by its path in the folder.</param>
    public static async Task<SourceFindings> OfNuAsync(string folder, Func<string, string> pageOf)
    {
        var parsing = Criteria.Parsing.Number;
        var found = (await Nu.CheckAsync(folder)).SelectMany(violation => violation.Places)
            .GroupBy(place => pageOf(Path.GetRelativePath(folder, place["file:".Length..(place.IndexOf(PageEnding, StringComparison.Ordinal) + PageEnding.Length)])))
            .ToLookup(same => same.Key, same => new CriterionFailure(parsing, "HTMLの誤り", same.Count()), StringComparer.Ordinal);
        return new($"{Nu.Name} {Nu.Version}", new HashSet<string>([parsing], StringComparer.Ordinal), found);
    }

    public int Failures => ByPage.Sum(page => page.Count());

    /// <summary>What is wrong on one page; what concerns the whole site stands in <see cref="OfSite"/>.</summary>
    public ToolFindings On(string page) => new(Tool, Covers, [.. ByPage[page].Where(failure => !Once.Contains(failure.Criterion))]);

    /// <summary>What is wrong on all pages but these, and on any page of criteria that are judged once; the first ten of each criterion are named.</summary>
    public ToolFindings OfSite(IReadOnlyCollection<string> pages) => new(Tool, Covers,
    [
        .. from page in ByPage.OrderBy(page => page.Key, StringComparer.Ordinal)
           from failure in page
           where Once.Contains(failure.Criterion) || !pages.Contains(page.Key)
           group (Page: page.Key, Failure: failure) by failure.Criterion into same
           from one in same.Take(MostNamed)
           select one.Failure with { Rule = $"{one.Page} の {one.Failure.Rule}" },
    ]);

    private static SourceFindings OfRules(IEnumerable<Finding> findings, Func<string, string> pageOf)
    {
        var found = findings.Where(finding => Rules.ContainsKey(finding.Rule))
            .GroupBy(finding => (Page: pageOf(finding.Path), finding.Rule))
            .ToLookup(same => same.Key.Page, same => new CriterionFailure(Rules[same.Key.Rule], same.Key.Rule, same.Count()), StringComparer.Ordinal);
        return new($"Kakehashiの検査規則 {typeof(RuleSet).Assembly.GetName().Version!.ToString(3)}", Rules.Values.ToHashSet(StringComparer.Ordinal), found);
    }
}
