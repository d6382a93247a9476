using Kakehashi.Content;

namespace Kakehashi.Site.Sources;

/// <summary>Where content comes from: a folder or the CMS.</summary>
public interface ISource
{
    /// <summary>Reads what is new since the last reading.</summary>
    /// <exception cref="IOException">The source cannot be reached.</exception>
    Task<Reading> ReadAsync(CancellationToken cancellation);

    /// <summary>Completes when something may have changed since the last reading. A source that is down is waited for.</summary>
    Task WaitForChangeAsync(CancellationToken cancellation);
}

/// <summary>What a source gave.</summary>
/// <param name="Snapshot">The content; null when there is any problem, so that nothing half is published.</param>
/// <param name="Problems">Every mistake found, in the order of files and lines.</param>
public sealed record Reading(Snapshot? Snapshot, IReadOnlyList<Problem> Problems);
