using Kakehashi.Cms.Intake;

namespace Kakehashi.Cms.Submissions;

/// <summary>What the queue screen shows.</summary>
/// <param name="Office">People who can take care, by name.</param>
/// <param name="Stuck">What could not be filed; empty when all is well.</param>
public sealed record QueueModel(
    SubmissionFilter Filter, SubmissionList List, IReadOnlyList<(Guid Id, string Name)> Office, IReadOnlyList<StuckEnvelope> Stuck)
{
    /// <summary>What was looked for and found nothing, in words; null where nothing was looked for.</summary>
    public string? Search { get; init; }
}
