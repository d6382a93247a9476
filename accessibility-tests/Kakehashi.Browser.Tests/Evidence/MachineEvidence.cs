using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Browser.Tests;

/// <summary>Turns what tools say into evidence: never more than a machine can know.</summary>
static class MachineEvidence
{
    /// <summary>Every criterion of the editions that a site is tested by, each number once.</summary>
    public static IReadOnlyList<SuccessCriterion> Criteria { get; } =
        [.. CriteriaSet.Jis2016.Criteria.Concat(CriteriaSet.Wcag22.Criteria).DistinctBy(criterion => criterion.Number, StringComparer.Ordinal)];

    /// <summary>One result for each criterion that a machine can say something about on a page; for those that are judged once, failures and absence alone.</summary>
    /// <param name="page">Root-relative address; null = the whole site.</param>
    /// <param name="isThere">Whether the page has anything that the criterion is about.</param>
    public static IEnumerable<Assertion> Of(string? page, IReadOnlyList<ToolFindings> said, Func<SuccessCriterion, bool> isThere, DateOnly on)
    {
        foreach (var criterion in Criteria)
        {
            var covering = said.Where(tool => tool.Covers.Contains(criterion.Number)).ToList();
            var failing = said.Where(tool => tool.Failures.Any(failure => failure.Criterion == criterion.Number)).ToList();
            if (failing.Count > 0)
                yield return Say(criterion, Outcome.Failed, failing, string.Join("。", failing.Select(tool => NoteOf(tool, criterion))));
            else if (page is not null && !isThere(criterion))
                yield return Say(criterion, Outcome.Inapplicable, said.Take(1), null);
            else if (covering.Count > 0 && criterion.Once == page is null)
                yield return Say(criterion, Outcome.Passed, covering, null);
        }

        Assertion Say(SuccessCriterion criterion, Outcome outcome, IEnumerable<ToolFindings> tools, string? note) =>
            new(page, criterion.Number, TestMode.Automatic, outcome, string.Join("、", tools.Select(tool => tool.Tool).Distinct(StringComparer.Ordinal)), on, note);
    }

    private static string NoteOf(ToolFindings tool, SuccessCriterion criterion) =>
        $"{tool.Tool}：{string.Join("、", tool.Failures.Where(failure => failure.Criterion == criterion.Number).Select(failure => $"{failure.Rule}（{failure.Places}か所）"))}";
}
