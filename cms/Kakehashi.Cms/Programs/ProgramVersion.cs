namespace Kakehashi.Cms.Programs;

/// <summary>One saved version of the programme's settings; never changed after it is written.</summary>
public sealed class ProgramVersion
{
    /// <summary>From 1; the highest is in force.</summary>
    public required int Number { get; init; }

    /// <summary><c>program.yaml</c> as typed.</summary>
    public required string Text { get; init; }

    public required Guid AuthorId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
