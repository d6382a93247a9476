namespace Kakehashi.Accessibility.Evidence;

/// <summary>What a test says about one criterion.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Outcome">Failed when one page fails; inapplicable when it applies nowhere.</param>
/// <param name="Modes">How it was tested; ascending.</param>
/// <param name="Failures">What failed, by page.</param>
/// <param name="Missing">Pages of the sample on which a result is missing; the whole site is "". Empty when tested.</param>
/// <param name="Plan">What will be done about a failure; null = nothing said.</param>
public sealed record CriterionConclusion(
    SuccessCriterion Criterion, Outcome Outcome, IReadOnlyList<TestMode> Modes, IReadOnlyList<Assertion> Failures, IReadOnlyList<string> Missing, Plan? Plan)
{
    internal static CriterionConclusion Of(ConformanceTest test, SuccessCriterion criterion)
    {
        var said = test.Assertions.Where(assertion => assertion.Criterion == criterion.Number)
            .GroupBy(assertion => (assertion.Page, assertion.Mode)).Select(Standing)
            .ToLookup(assertion => assertion.Page ?? "", StringComparer.Ordinal);
        var results = test.Sample.Pages.Select(page => (Page: page, Said: OfPage(said[page]))).ToList();
        var site = OfPage(said[""]);
        var failures = results.Append(("", site)).Where(result => result.Item2?.Outcome == Outcome.Failed).Select(result => result.Item2!).ToList();
        var applies = results.Any(result => result.Said?.Outcome is not Outcome.Inapplicable) || results.Count == 0;
        List<string> missing = criterion.Once && applies
            ? IsEnough(criterion, site) ? [] : [""]
            : [.. results.Where(result => !IsEnough(criterion, result.Said)).Select(result => result.Page)];
        var outcome = failures.Count > 0 ? Outcome.Failed
            : missing.Count > 0 || results.Count == 0 ? Outcome.Untested
            : results.Select(result => result.Said).Append(site).Any(one => one?.Outcome == Outcome.Passed) ? Outcome.Passed
            : Outcome.Inapplicable;
        return new(
            criterion, outcome, [.. said.SelectMany(each => each).Select(assertion => assertion.Mode).Distinct().Order()],
            failures, missing, test.Plans.FirstOrDefault(plan => plan.Criterion == criterion.Number));
    }

    // The newest; of several checkers on one day, the one that found a failure.
    private static Assertion Standing(IEnumerable<Assertion> said) =>
        said.OrderByDescending(assertion => assertion.On).ThenByDescending(assertion => assertion.Outcome == Outcome.Failed).ThenBy(assertion => assertion.Outcome).First();

    // What a machine calls a failure stands until a person has judged that very finding (AF); looking at the page (HC) does not clear it.
    private static Assertion? OfPage(IEnumerable<Assertion> said)
    {
        var byMode = said.ToDictionary(assertion => assertion.Mode);
        return byMode.GetValueOrDefault(TestMode.Automatic) is { Outcome: Outcome.Failed } failure && !byMode.ContainsKey(TestMode.SemiAutomatic)
            ? failure
            : byMode.OrderByDescending(mode => mode.Value.Outcome == Outcome.Failed && mode.Key != TestMode.Automatic).ThenByDescending(mode => mode.Key).Select(mode => mode.Value).FirstOrDefault();
    }

    // A machine that finds nothing to judge needs no person.
    private static bool IsEnough(SuccessCriterion criterion, Assertion? said) =>
        said is not null && (criterion.Person is null || said.Mode != TestMode.Automatic || said.Outcome != Outcome.Passed);
}
