using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Personal;

/// <summary>One look at personal data.</summary>
/// <param name="Why">What the person was doing, in Japanese.</param>
public sealed record PersonalView(DateTimeOffset At, Guid ActorId, string Subject, string Why);

/// <summary>Who saw whose personal data, when and why (F12): rows <c>personal.view</c> of the audit log, chained like all others.</summary>
public sealed class ViewLog(IDbContextFactory<CmsDb> databases, AuditTrail audit)
{
    /// <summary>Verb of the rows.</summary>
    public const string Action = "personal.view";

    /// <summary>Writes one row for each subject before their data are shown; what cannot be noted must not be shown.</summary>
    /// <param name="subjects">As in <c>member:GUID</c>, <c>submission:GUID</c>; none = nothing is written.</param>
    /// <param name="why">The screen or the purpose, in Japanese; holds no personal data.</param>
    public async Task NoteAsync(Actor actor, IReadOnlyList<string> subjects, string why, CancellationToken ct)
    {
        if (subjects.Count == 0) return;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await audit.AppendAsync(db, actor, Action, [.. subjects.Select(subject => (subject, (JsonObject?)new JsonObject { ["why"] = why }))], ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Who looked at one subject, newest first.</summary>
    public async Task<IReadOnlyList<PersonalView>> OfAsync(string subject, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Audit.AsNoTracking().Where(entry => entry.Subject == subject && entry.Action == Action).OrderByDescending(entry => entry.Sequence).ToListAsync(ct);
        return [.. rows.Select(row => new PersonalView(row.At, row.ActorId, row.Subject, (string?)JsonNode.Parse(row.Detail)!["why"] ?? ""))];
    }
}
