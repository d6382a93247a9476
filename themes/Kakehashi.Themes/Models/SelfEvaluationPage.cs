using Kakehashi.Content;

namespace Kakehashi.Themes.Models;

/// <summary>取組確認・評価表 of one fiscal year. Points and words come in; the theme adds none.</summary>
public sealed record SelfEvaluationPage : PageModel
{
    /// <summary>For example 2026年度.</summary>
    public required string Year { get; init; }

    public required DateOnly StatedOn { get; init; }

    public required int Points { get; init; }

    /// <summary>Most that can be reached.</summary>
    public required int Full { get; init; }

    /// <summary>In order; never empty.</summary>
    public required IReadOnlyList<EvaluationSection> Sections { get; init; }

    /// <summary>The same as files.</summary>
    public required IReadOnlyList<DownloadView> Downloads { get; init; }

    /// <summary>Policy, results and other years.</summary>
    public required IReadOnlyList<Link> Others { get; init; }
}

/// <summary>Items below one heading.</summary>
/// <param name="Items">Never empty.</param>
public sealed record EvaluationSection(string Name, int Points, int Full, IReadOnlyList<EvaluationItemRow> Items);

/// <param name="Question">What was asked.</param>
/// <param name="Attainment">In words.</param>
/// <param name="Tone">Only adds colour to <paramref name="Attainment"/>.</param>
/// <param name="Evidence">根拠, as typed.</param>
/// <param name="By">Part or record that answered.</param>
public sealed record EvaluationItemRow(string Label, string Question, string Attainment, Tone Tone, int Points, string Evidence, string By);
