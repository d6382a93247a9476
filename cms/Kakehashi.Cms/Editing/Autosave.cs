namespace Kakehashi.Cms.Editing;

/// <summary>What somebody is typing, not yet saved: survives a closed window and an expired session.</summary>
public sealed class Autosave
{
    public required Guid AccountId { get; init; }

    /// <summary>The item's id, or <c>new:</c> and the type's name.</summary>
    public required string Subject { get; init; }

    /// <summary>Number of the revision it started from; 0 for a new item.</summary>
    public required int BaseRevision { get; set; }

    /// <summary>Posted form fields as JSON text, exactly as typed, mistakes included.</summary>
    public required string Form { get; set; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; set; }
}
