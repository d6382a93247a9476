using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Content;

namespace Kakehashi.Cms.Auditing;

/// <summary>One row of the audit log: append-only, each chained to the one before.</summary>
public sealed class AuditEntry
{
    /// <summary>From 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>UTC, whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who acted; all zeros for the clock and the command line.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>Verb, as in <c>item.approve</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it happened to, as in <c>item:GUID</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Circumstances as JSON; <c>{}</c> when there are none. Kept as text, because its bytes are hashed.</summary>
    public required string Detail { get; init; }

    /// <summary>Hash of the row before, lower-case hexadecimal; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary><see cref="ComputeHash"/> at the time of writing.</summary>
    public required string Hash { get; init; }

    /// <summary>SHA-256 over the previous hash and every column, lower-case hexadecimal.</summary>
    public string ComputeHash() => HashOf(Sequence, At, ActorId, Action, Subject, Detail, PreviousHash);

    internal static string HashOf(long sequence, DateTimeOffset at, Guid actor, string action, string subject, string detail, string previous)
    {
        var canonical = new JsonArray(previous, sequence, at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            actor.ToString(), action, subject, detail).ToJsonString(ContentJson.Options);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }
}

/// <summary>The end of the chain. Its row lock puts writers in order.</summary>
public sealed class AuditHead
{
    /// <summary>Hash before the first entry.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    public long Sequence { get; set; }

    public string Hash { get; set; } = Beginning;
}
