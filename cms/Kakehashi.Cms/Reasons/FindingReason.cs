namespace Kakehashi.Cms.Reasons;

/// <summary>Why a warning of the accessibility rules may stay. Only added, never changed: the newest of its place counts.</summary>
public sealed class FindingReason
{
    public Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>Revision that was judged.</summary>
    public required int RevisionNumber { get; init; }

    /// <summary>Id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Name of the field where the words stand.</summary>
    public required string Field { get; init; }

    /// <summary>The words themselves, at most 100 characters.</summary>
    public required string Excerpt { get; init; }

    /// <inheritdoc cref="Preview.PlacedFinding.Fingerprint"/>
    public required string Fingerprint { get; init; }

    /// <summary>1–500 characters.</summary>
    public required string Text { get; init; }

    public required Guid AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A reason as screens show it.</summary>
/// <param name="Author">Display name.</param>
public sealed record GivenReason(string Text, string Author, DateTimeOffset At);
