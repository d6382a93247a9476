using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Cms.Accessibility;

/// <summary>試験: the accessibility test of one fiscal year as it stands in the CMS. What people judged stands apart, in <see cref="Judgement"/>.</summary>
public sealed class TestRecord
{
    /// <summary>Year in which the fiscal year began; one test for each.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>A <see cref="ConformanceTest"/> with what machines found and nothing that people judged.</summary>
    public required string Document { get; set; }

    /// <summary>The whole test as visitors see it; null while nothing is published.</summary>
    public string? PublicDocument { get; set; }

    /// <summary>Last publication, UTC; null while nothing is published.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When the office was told that what is public will be out of date in a month, UTC; null = not yet.</summary>
    public DateTimeOffset? WarnedAt { get; set; }

    /// <summary>When the office was told that what is public is out of date, UTC; null = not yet.</summary>
    public DateTimeOffset? OverdueToldAt { get; set; }
}
