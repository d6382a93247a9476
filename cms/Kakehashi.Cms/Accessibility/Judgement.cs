using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;

namespace Kakehashi.Cms.Accessibility;

/// <summary>判定: what a person found about one criterion on one page. Only added, never changed; the newest of a page and criterion counts.</summary>
public sealed class Judgement
{
    /// <summary>Ascending in the order of judging.</summary>
    public long Number { get; private set; }

    public required int FiscalYear { get; init; }

    /// <summary>Root-relative address; null = the whole site.</summary>
    public string? Page { get; init; }

    /// <summary>Number of the criterion, for example 1.4.3.</summary>
    public required string Criterion { get; init; }

    /// <summary>AF where a machine had found a failure, otherwise HC.</summary>
    public required TestMode Mode { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Public; empty where nothing was said, never empty for a failure.</summary>
    public required string Note { get; init; }

    /// <summary>支援技術 with which it was judged, in words; null = none.</summary>
    public string? AssistiveTechnology { get; init; }

    /// <summary>Part that the judge plays; public.</summary>
    public required string By { get; init; }

    /// <summary>Who judged; never public. All zeros for what was imported.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As it is published.</summary>
    public Assertion ToAssertion() =>
        new(Page, Criterion, Mode, Outcome, AssistiveTechnology is null ? By : $"{By}（{AssistiveTechnology}）", JapaneseTime.DateOf(At), Note.Length > 0 ? Note : null);

    /// <summary>One that came with an imported test.</summary>
    public static Judgement Imported(int fiscalYear, Assertion said) => new()
    {
        FiscalYear = fiscalYear,
        Page = said.Page,
        Criterion = said.Criterion,
        Mode = said.Mode,
        Outcome = said.Outcome,
        Note = said.Note ?? "",
        By = said.By,
        AccountId = Guid.Empty,
        At = JapaneseTime.StartOf(said.On).ToUniversalTime(),
    };
}
