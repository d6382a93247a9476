namespace Kakehashi.Content;

/// <summary>アクセシビリティ方針: what the programme promises of its pages (JIS X 8341-3:2016 JA.1). What tests found stands in none of these words.</summary>
public sealed record AccessibilitySettings
{
    /// <summary>First sentences of the policy; empty = the site's own words.</summary>
    public string Lead { get; init; } = "";

    /// <summary>対象の範囲; empty = every page below the site's address.</summary>
    public string Scope { get; init; } = "";

    /// <summary>目標を達成する期限, in order of days; may be empty.</summary>
    public IReadOnlyList<AccessibilityDeadline> Deadlines { get; init; } = [];

    /// <summary>追加して守ること beyond level AA; may be empty.</summary>
    public IReadOnlyList<AddedCriterion> Added { get; init; } = [];

    /// <summary>例外とする内容; may be empty.</summary>
    public IReadOnlyList<AccessibilityExclusion> Exclusions { get; init; } = [];

    /// <summary>現在わかっている問題; may be empty.</summary>
    public IReadOnlyList<AccessibilityProblem> Problems { get; init; } = [];

    /// <summary>Slug of the section that answers; empty = the first section.</summary>
    public string Section { get; init; } = "";

    /// <summary>方針の履歴, in order of days; may be empty.</summary>
    public IReadOnlyList<PolicyChange> History { get; init; } = [];
}

/// <summary>What will be done by a day.</summary>
/// <param name="Until">Last day in Japan.</param>
public sealed record AccessibilityDeadline(DateOnly Until, string What);

/// <summary>Something that the pages keep to beyond level AA.</summary>
/// <param name="Criterion">Number in WCAG, for example 1.4.6; null where there is none.</param>
public sealed record AddedCriterion(string What, string? Criterion = null);

/// <summary>Content that the promise does not cover.</summary>
/// <param name="Alternative">How to get at the information in another way.</param>
/// <param name="Until">Last day in Japan; null = for good.</param>
public sealed record AccessibilityExclusion(string What, string Reason, string Alternative, DateOnly? Until = null);

/// <summary>Something that is known not to be good yet.</summary>
/// <param name="Until">Day in Japan by which it is mended; null = not fixed yet.</param>
public sealed record AccessibilityProblem(string What, string Plan, DateOnly? Until = null);

/// <param name="On">Day in Japan.</param>
public sealed record PolicyChange(DateOnly On, string What);
