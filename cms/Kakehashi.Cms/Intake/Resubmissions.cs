using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Intake;

/// <summary>What comes back after it was returned. The first submission goes on, with its number, history and checklist, and takes the new answers; the new one only notes that they came.</summary>
public sealed class Resubmissions(SubmissionVault vault, FormHandlers handlers, Verifications verifications)
{
    /// <summary>Whether a link's submission is one to be corrected by this form.</summary>
    internal static async Task<bool> IsCorrectionAsync(Filing filing, Guid earlier, CancellationToken ct) =>
        await filing.Db.Submissions.AnyAsync(one => one.Id == earlier && one.Form == filing.Record.Form, ct);

    /// <summary>Moves answers and files to the earlier submission.</summary>
    /// <returns>Null, or why it is too late.</returns>
    internal async Task<string?> FileAsync(Filing filing, Guid earlier, CancellationToken ct)
    {
        var (db, now) = (filing.Db, filing.Now);
        var first = (await db.LockSubmissionAsync(earlier, ct))!;
        if (MemberSubmission.Next(first.State, SubmissionAction.Resubmit) is not { } next || vault.Open(first) is not { } before)
            return $"この申込みは「{first.State.Label()}」になっているため、直したものを受け付けられませんでした。";
        db.Add(vault.Line(first.Id, now, Actor.System.Id, SubmissionEventKind.Step, before.Answers.ToJsonString(ContentJson.Options), SubmissionAction.Resubmit));
        await TakeFilesAsync(db, filing, first.Id, ct);
        var corrected = filing.Submission with { Receipt = first.Receipt, ReceivedAt = before.ReceivedAt, Ticket = before.Ticket, Subject = before.Subject };
        (first.State, first.Content, first.Headline, first.DueAt) = (next, vault.Seal(first.Id, corrected), handlers.Of(first.Form).Headline(corrected), filing.Record.DueAt);
        // Who corrects an address is found by the new one.
        if (before.Ticket is null) first.AddressIndex = filing.Record.AddressIndex ?? first.AddressIndex;
        (filing.Record.CorrectsId, filing.Record.MemberId, filing.Record.Headline) = (first.Id, first.MemberId, first.Headline);
        filing.Record.Move(SubmissionState.Closed, null, now);
        (filing.Record.Content, filing.Record.PersonalDeletedAt) = (null, now);
        // The link confirms the address that it was mailed to, and no other.
        return handlers.Of(first.Form).ConfirmsAddress(corrected) && !filing.Ticket!.AddressIndex.AsSpan().SequenceEqual(filing.Record.AddressIndex)
            ? await verifications.BeginAsync(filing, first, ct)
            : null;
    }

    static async Task TakeFilesAsync(CmsDb db, Filing filing, Guid first, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var kept = filing.Submission.Files.Select(file => file.Kept).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var file in await db.SubmissionFiles.AsTracking().Where(file => file.SubmissionId == first).ToListAsync(ct))
            if (!kept.Contains(file.Id.ToString("n"))) db.Remove(file);
        await db.SaveChangesAsync(ct);
        var came = filing.Files.Select(file => file.Id).ToList();
        await db.SubmissionFiles.Where(file => came.Contains(file.Id)).ExecuteUpdateAsync(set => set.SetProperty(file => file.SubmissionId, first), ct);
    }
}
