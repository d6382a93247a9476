using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Reasons;

/// <summary>Takes and finds the reasons for which warnings stay.</summary>
public sealed class FindingReasons(AuditTrail audit)
{
    const string Prefix = "reason.";

    /// <summary>Longest reason in characters.</summary>
    public const int MaxLength = 500;

    /// <summary>Name of the control that takes the reason for a finding.</summary>
    public static string InputOf(string fingerprint) => Prefix + fingerprint;

    /// <summary>What was typed, by fingerprint; as typed.</summary>
    public static IReadOnlyDictionary<string, string> Typed(IEnumerable<(string Name, string Value)> inputs) =>
        inputs.Where(input => input.Name.StartsWith(Prefix, StringComparison.Ordinal)).DistinctBy(input => input.Name)
            .ToDictionary(input => input.Name[Prefix.Length..], input => input.Value, StringComparer.Ordinal);

    /// <summary>What is wrong with typed reasons; empty when all can be taken.</summary>
    public static IReadOnlyList<FieldProblem> Check(PageReport page, IReadOnlyDictionary<string, string> typed) =>
    [
        .. from warning in page.Warnings
           where typed.ContainsKey(warning.Fingerprint)
           let text = FieldInput.Lines(typed[warning.Fingerprint])
           let message = text.Length > MaxLength ? $"直さない理由は{MaxLength}字以内にしてください。"
               : text.Length == 0 && warning.Reason is not null ? "直さない理由を空にすることはできません。理由を書き直すか、指摘されたところを直してください。"
               : null
           where message is not null
           select new FieldProblem(InputOf(warning.Fingerprint), message),
    ];

    /// <summary>Keeps what is new among typed reasons, with an audit row each, in the caller's transaction; call it last.</summary>
    /// <param name="typed">Checked; fingerprints that no warning of the page has are left out.</param>
    public async Task KeepAsync(
        CmsDb db, Guid itemId, int revision, PageReport page, IReadOnlyDictionary<string, string> typed, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        List<FindingReason> added =
        [
            .. from warning in page.Warnings
               where typed.ContainsKey(warning.Fingerprint)
               let text = FieldInput.Lines(typed[warning.Fingerprint])
               where text.Length > 0 && text != warning.Reason?.Text
               select new FindingReason
               {
                   Id = Guid.CreateVersion7(now),
                   ItemId = itemId,
                   RevisionNumber = revision,
                   Rule = warning.Finding.Rule,
                   Field = warning.Field.Name,
                   Excerpt = warning.Excerpt,
                   Fingerprint = warning.Fingerprint,
                   Text = text,
                   AuthorId = actor.Id,
                   CreatedAt = now,
               },
        ];
        if (added.Count == 0) return;
        db.FindingReasons.AddRange(added);
        await db.SaveChangesAsync(ct);
        await audit.AppendAsync(db, actor, "item.reason",
            [.. added.Select(reason => ($"item:{itemId}", (JsonObject?)new JsonObject { ["revision"] = revision, ["rule"] = reason.Rule, ["fingerprint"] = reason.Fingerprint, ["comment"] = reason.Text }))], ct);
    }

    /// <summary>Whether a typed reason is not kept yet.</summary>
    public static async Task<bool> AnyNewAsync(CmsDb db, Guid itemId, IReadOnlyDictionary<string, string> typed, CancellationToken ct)
    {
        var kept = await OfAsync(db, itemId, ct);
        return typed.Any(reason => FieldInput.Lines(reason.Value) is { Length: > 0 } text && text != kept.GetValueOrDefault(reason.Key)?.Text);
    }

    /// <summary>The newest reason of each place of an item, by fingerprint.</summary>
    public static async Task<IReadOnlyDictionary<string, GivenReason>> OfAsync(CmsDb db, Guid itemId, CancellationToken ct)
    {
        var given = await db.FindingReasons.AsNoTracking().Where(reason => reason.ItemId == itemId)
            .OrderByDescending(reason => reason.CreatedAt).ThenByDescending(reason => reason.Id)
            .Select(reason => new { reason.Fingerprint, reason.Text, reason.CreatedAt, Author = db.Users.Where(account => account.Id == reason.AuthorId).Select(account => account.DisplayName).FirstOrDefault() })
            .ToListAsync(ct);
        return given.DistinctBy(reason => reason.Fingerprint).ToDictionary(reason => reason.Fingerprint, reason => new GivenReason(reason.Text, reason.Author ?? "", reason.CreatedAt), StringComparer.Ordinal);
    }
}
