using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Cms.Accessibility;

/// <summary>The editions of the standard by which the site states its results, from one and the same evidence.</summary>
public static class StatedEditions
{
    /// <summary>The national standard first.</summary>
    public static IReadOnlyList<CriteriaSet> All { get; } = [CriteriaSet.Jis2016, CriteriaSet.Wcag22];

    /// <summary>Criteria of all of them, each once, by number; named as in the first that has it.</summary>
    public static IReadOnlyList<SuccessCriterion> Criteria { get; } =
        [.. All.SelectMany(set => set.Criteria).DistinctBy(criterion => criterion.Number).OrderBy(criterion => Version.Parse(criterion.Number))];

    /// <summary>Criteria that a test does not meet, by number.</summary>
    public static IReadOnlyList<CriterionConclusion> FailedIn(ConformanceTest test) =>
    [
        .. All.SelectMany(set => Conclusion.Of(test, set, test.StartedOn, _ => true).Criteria).Where(criterion => criterion.Outcome == Outcome.Failed)
            .DistinctBy(criterion => criterion.Criterion.Number).OrderBy(criterion => Version.Parse(criterion.Criterion.Number)),
    ];
}
