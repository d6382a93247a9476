namespace Kakehashi.Accessibility.Evidence;

/// <summary>What a test says about one edition of the standard. Derived; nobody types it.</summary>
/// <param name="Set">The edition.</param>
/// <param name="Criteria">One for each of its criteria, in its order.</param>
/// <param name="Blockers">Japanese sentences: why the site does not conform; empty when it does.</param>
/// <param name="Outdated">Whether the test no longer speaks about the site as it is: it must be shown as 前回の試験結果.</param>
public sealed record Conclusion(CriteriaSet Set, IReadOnlyList<CriterionConclusion> Criteria, IReadOnlyList<string> Blockers, bool Outdated)
{
    /// <summary>Everything is tested, met, stated and in date; what may be said then is <see cref="Claim"/>'s matter.</summary>
    public bool Conforms => Blockers.Count == 0;

    /// <summary>満たしている適合レベル: the highest level of whose criteria, and of those below, all are met; null when there is none.</summary>
    public ConformanceLevel? Level =>
        Criteria.Select(each => each.Criterion.Level).Distinct().Order()
            .TakeWhile(level => Criteria.Where(each => each.Criterion.Level == level).All(each => each.Outcome is Outcome.Passed or Outcome.Inapplicable))
            .Select(level => (ConformanceLevel?)level).LastOrDefault();

    /// <param name="test">The test.</param>
    /// <param name="set">Edition to judge by.</param>
    /// <param name="today">Day in Japan.</param>
    /// <param name="isPublished">Whether a root-relative address is a page of the site today.</param>
    public static Conclusion Of(ConformanceTest test, CriteriaSet set, DateOnly today, Func<string, bool> isPublished)
    {
        var criteria = set.Criteria.Select(criterion => CriterionConclusion.Of(test, criterion)).ToList();
        var overdue = test.OverdueFrom <= today;
        var gone = test.Sample.Pages.Where(page => !isPublished(PageSample.AddressOf(page))).ToList();
        return new(set, criteria, [.. BlockersOf(test, criteria, overdue, gone)], overdue || gone.Count > 0);
    }

    private static IEnumerable<string> BlockersOf(ConformanceTest test, IReadOnlyList<CriterionConclusion> criteria, bool overdue, List<string> gone)
    {
        if (criteria.Count(each => each.Outcome == Outcome.Failed) is > 0 and var failed)
            yield return $"満たしていない達成基準が{failed}あります。";
        if (criteria.Count(each => each.Outcome == Outcome.Untested) is > 0 and var untested)
            yield return $"試験が終わっていない達成基準が{untested}あります。";
        if (test.EndedOn is null)
            yield return "試験の期間が終わっていません。";
        else if (test.StatedOn is null)
            yield return "試験の結果を表明していません。";
        if (overdue)
            yield return "試験から1年を過ぎています。";
        if (gone.Count > 0)
            yield return $"試験したページのうち{gone.Count}ページが、今のサイトにありません。";
    }
}
