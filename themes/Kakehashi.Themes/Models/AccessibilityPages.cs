using Kakehashi.Content;

namespace Kakehashi.Themes.Models;

/// <summary>アクセシビリティ方針 (JIS X 8341-3:2016 JA.1). What tests allow to be said comes in as words; the theme adds none.</summary>
public sealed record AccessibilityPolicyPage : DetailPage
{
    /// <summary>What the programme promises; its texts may be empty.</summary>
    public required AccessibilitySettings Policy { get; init; }

    /// <summary>Name of the standard and level that are aimed at.</summary>
    public required string Target { get; init; }

    /// <summary>Further editions that are aimed at; may be empty.</summary>
    public required IReadOnlyList<string> AlsoTargets { get; init; }

    /// <inheritdoc cref="ClaimView"/>
    public required ClaimView Claim { get; init; }

    /// <summary>Days of the settings that lie behind, so that the page says so; may be empty.</summary>
    public required IReadOnlyList<DateOnly> Passed { get; init; }

    /// <summary>Newest results first; empty before the first test.</summary>
    public required IReadOnlyList<Link> Results { get; init; }

    /// <summary>取組確認・評価表, newest first; empty before the first.</summary>
    public required IReadOnlyList<Link> Evaluations { get; init; }
}

/// <summary>試験結果 for one edition of the standard (JIS X 8341-3:2016 JB.3.1).</summary>
public sealed record AccessibilityResultsPage : PageModel
{
    /// <inheritdoc cref="ClaimView"/>
    public required ClaimView Claim { get; init; }

    /// <summary>Whether it speaks about the site as it was.</summary>
    public required bool IsPrevious { get; init; }

    /// <summary>表明日; null while nothing is stated.</summary>
    public required DateOnly? StatedOn { get; init; }

    /// <summary>規格の規格番号及び改正年.</summary>
    public required string Standard { get; init; }

    /// <summary>満たしている適合レベル, as a sentence.</summary>
    public required string Level { get; init; }

    /// <summary>対象となるウェブページに関する簡潔な説明.</summary>
    public required string Scope { get; init; }

    /// <summary>依存したウェブコンテンツ技術, in order.</summary>
    public required IReadOnlyList<string> Technologies { get; init; }

    public required SampleView Sample { get; init; }

    /// <summary>達成基準チェックリスト, in the order of the standard.</summary>
    public required IReadOnlyList<CriterionRow> Checklist { get; init; }

    /// <summary>How many criteria have each result, in words; those without any are left out.</summary>
    public required IReadOnlyList<Fact> Summary { get; init; }

    /// <summary>Criteria that are not met, with what will be done; may be empty.</summary>
    public required IReadOnlyList<FailureRow> Failures { get; init; }

    /// <summary>Criteria whose test is not finished; may be empty.</summary>
    public required IReadOnlyList<UntestedRow> Untested { get; init; }

    public required DateOnly StartedOn { get; init; }

    /// <summary>Null while the test goes on.</summary>
    public required DateOnly? EndedOn { get; init; }

    /// <summary>In the order of the evidence; may be empty.</summary>
    public required IReadOnlyList<ToolView> Tools { get; init; }

    /// <summary>支援技術 with versions, in words; may be empty.</summary>
    public required IReadOnlyList<string> AssistiveTechnologies { get; init; }

    /// <summary>Offices or parts played; may be empty.</summary>
    public required IReadOnlyList<string> Testers { get; init; }

    /// <summary>The same evidence as files.</summary>
    public required IReadOnlyList<DownloadView> Downloads { get; init; }

    /// <summary>Results by other editions, of other years, and self-evaluations.</summary>
    public required IReadOnlyList<Link> Others { get; init; }
}

/// <summary>対応度 in words that were derived from evidence.</summary>
/// <param name="Sentence">A whole sentence.</param>
/// <param name="Note">By which guideline it is worded; null where none applies.</param>
/// <param name="Obstacles">Sentences: what keeps more from being said; empty when nothing does.</param>
public sealed record ClaimView(string Sentence, string? Note, IReadOnlyList<string> Obstacles);

/// <summary>The pages that were tested one by one.</summary>
/// <param name="PageCount">Pages of the site when they were chosen.</param>
/// <param name="Seed">With which the random ones were drawn.</param>
/// <param name="Representative">In order, each with its reason.</param>
/// <param name="Processes">In order; may be empty.</param>
/// <param name="Random">In order.</param>
public sealed record SampleView(int PageCount, string Seed, IReadOnlyList<SampledPage> Representative, IReadOnlyList<ProcessView> Processes, IReadOnlyList<SampledPage> Random);

/// <summary>一連の手順: pages that were tested as a whole.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Steps">In order, each with how to get there as its reason.</param>
public sealed record ProcessView(string Name, IReadOnlyList<SampledPage> Steps);

/// <param name="Uri">Absolute address.</param>
/// <param name="Title">Null when the page is not part of the site any more.</param>
/// <param name="Href">Root-relative address; null when it cannot be visited.</param>
/// <param name="Reason">Why it was chosen, or how to get there; empty for drawn ones.</param>
public sealed record SampledPage(string Uri, string? Title, string? Href, string Reason);

/// <summary>A row of the checklist; all in words.</summary>
/// <param name="Applies">あり or なし; 確認中 where nobody knows.</param>
/// <param name="Result">適合, 不適合 or 未試験.</param>
/// <param name="Tone">Only adds colour to <paramref name="Result"/>.</param>
/// <param name="Methods">AC, AF, HC; may be empty.</param>
/// <param name="Techniques">May be empty.</param>
/// <param name="Note">May be empty.</param>
public sealed record CriterionRow(string Number, string Name, string Level, string Applies, string Result, Tone Tone, IReadOnlyList<string> Methods, IReadOnlyList<string> Techniques, string Note);

/// <param name="Pages">Places with what is wrong there.</param>
/// <param name="Plan">What will be done; null = not decided.</param>
/// <param name="Until">Day by which; null = not decided.</param>
public sealed record FailureRow(string Number, string Name, IReadOnlyList<Fact> Pages, string? Plan, DateOnly? Until);

/// <param name="Left">On how many pages a result is missing, in words.</param>
/// <param name="Judgement">What a person still has to judge; empty where a machine must.</param>
public sealed record UntestedRow(string Number, string Name, string Left, string Judgement);

public sealed record ToolView(string Name, string Version, int Pages, int Failures);
