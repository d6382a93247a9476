using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Cms.Accessibility;

/// <summary>An item with its answer.</summary>
/// <param name="Answer">What counts now; null = not answered.</param>
/// <param name="History">What people answered, newest first; empty for derived items.</param>
public sealed record EvaluationRow(EvaluationItem Item, ItemAnswer? Answer, IReadOnlyList<EvaluationAnswer> History)
{
    public int Points => Answer?.Points ?? 0;

    /// <summary>Number of the answer that counts now; 0 = none was typed.</summary>
    public long Number => History is [var newest, ..] ? newest.Number : 0;
}

/// <summary>取組確認・評価表 of one fiscal year as it stands in the CMS.</summary>
/// <param name="Rows">One for each item, in their order.</param>
/// <param name="Published">As visitors see it; null while nothing is published.</param>
public sealed record OpenEvaluation(int FiscalYear, IReadOnlyList<EvaluationRow> Rows, SelfEvaluation? Published)
{
    /// <param name="answers">What people answered in that year; any order.</param>
    /// <param name="published">Public document; null while nothing is published.</param>
    public static OpenEvaluation Of(int fiscalYear, EvaluationFacts facts, IEnumerable<EvaluationAnswer> answers, string? published)
    {
        var typed = answers.OrderByDescending(answer => answer.Number).ToLookup(answer => answer.Item);
        return new(
            fiscalYear, [.. EvaluationItem.All.Select(item => item.IsDerived ? new EvaluationRow(item, facts.AnswerTo(item), []) : new(item, typed[item.Id].FirstOrDefault()?.ToAnswer(), [.. typed[item.Id]]))],
            published is null ? null : SelfEvaluation.Read(published));
    }

    public int Points => Rows.Sum(row => row.Points);

    /// <summary>Items without an answer.</summary>
    public int Left => Rows.Count(row => row.Answer is null);

    /// <summary>As it would be published on a day.</summary>
    public SelfEvaluation StatedOn(DateOnly today) => new(FiscalYear, today, [.. Rows.Select(row => row.Answer).OfType<ItemAnswer>()]);

    /// <summary>Something else stands here than is public; also before the first publication.</summary>
    public bool HasNews => Published is not { } there || Rows.Any(row => Content(row.Answer) != Content(there.AnswerTo(row.Item)));

    /// <summary>Everything that people answered in a year, replaced answers among them, as a file keeps it; null where all of it is public.</summary>
    /// <inheritdoc cref="Of"/>
    public static SelfEvaluation? DraftOf(int fiscalYear, IEnumerable<EvaluationAnswer> answers, string? published)
    {
        var known = published is null ? [] : SelfEvaluation.Read(published).Answers;
        var typed = answers.OrderBy(answer => answer.Number).Select(answer => answer.ToAnswer()).ToList();
        return typed.All(known.Contains) ? null : new(fiscalYear, null, typed);
    }

    // What the system answers is the same answer at another instant.
    static (Attainment?, string?, string?, DateTimeOffset?) Content(ItemAnswer? answer) =>
        (answer?.Attainment, answer?.Evidence, answer?.By, answer?.By == EvaluationFacts.Record ? null : answer?.At);
}
