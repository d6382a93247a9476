using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Events;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Personal;

/// <summary>What retention would do, or did.</summary>
/// <param name="Submissions">Receipt numbers whose personal data go.</param>
/// <param name="Lapsing">Receipt numbers that lapse: an address nobody confirmed.</param>
/// <param name="Contacts">Contacts that go.</param>
/// <param name="Mails">Texts and recipients of mails that go.</param>
/// <param name="Tickets">Used or expired links that go.</param>
public sealed record RetentionReport(IReadOnlyList<string> Submissions, IReadOnlyList<string> Lapsing, int Contacts, int Mails, int Tickets)
{
    public bool IsEmpty => Submissions.Count + Lapsing.Count + Contacts + Mails + Tickets == 0;
}

/// <summary>Deletes personal data when their time has come (F12), and keeps what says nothing of a person (R06).</summary>
public sealed class Retention(IDbContextFactory<CmsDb> databases, SubmissionErasure erasure, SubmissionVault vault, PersonalFiles files, AuditTrail audit, TimeProvider time)
{
    /// <summary>How long the office can read what it mailed.</summary>
    public static readonly TimeSpan MailsKept = TimeSpan.FromDays(90);

    /// <summary>How long links are known after they expired.</summary>
    public static readonly TimeSpan TicketsKept = TimeSpan.FromDays(365);

    /// <summary>What would be done at an instant, without doing it.</summary>
    public async Task<RetentionReport> PreviewAsync(DateTimeOffset at, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        at = at.ToUniversalTime();
        return new(
            await DueAsync(db, at, ct),
            await Lapsing(db, at).OrderBy(one => one.Receipt).Select(one => one.Receipt).ToListAsync(ct),
            await Contacts(db, at).CountAsync(ct), await Mails(db, at).CountAsync(ct), await Tickets(db, at).CountAsync(ct));
    }

    /// <summary>Does what is due now, each submission in a transaction of its own.</summary>
    public async Task<RetentionReport> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var report = await PreviewAsync(now, ct);
        foreach (var receipt in report.Lapsing) await LapseAsync(receipt, now, ct);
        foreach (var receipt in report.Submissions) await EraseAsync(receipt, now, ct);
        await using (var db = await databases.CreateDbContextAsync(ct))
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await Contacts(db, now).ExecuteDeleteAsync(ct);
            await db.Set<ContactAddressChange>().Where(change => change.CreatedAt < now - AddressChanges.Waits).ExecuteDeleteAsync(ct);
            await Mails(db, now).ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Sealed, (byte[]?)null), ct);
            await Tickets(db, now).ExecuteDeleteAsync(ct);
            if (!report.IsEmpty)
                await audit.AppendAsync(db, Actor.System, "personal.retention", "retention", new JsonObject
                {
                    ["submissions"] = report.Submissions.Count, ["lapsed"] = report.Lapsing.Count, ["contacts"] = report.Contacts, ["mails"] = report.Mails, ["tickets"] = report.Tickets,
                }, ct);
            await transaction.CommitAsync(ct);
        }
        await SweepFilesAsync(now, ct);
        return report;
    }

    async Task LapseAsync(string receipt, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var id = await db.Submissions.Where(one => one.Receipt == receipt).Select(one => one.Id).SingleAsync(ct);
        var record = (await db.LockSubmissionAsync(id, ct))!;
        if (MemberSubmission.Next(record.State, SubmissionAction.Lapse) is not { } next || !await Lapsing(db, now).AnyAsync(one => one.Id == id, ct)) return;
        record.Move(next, null, now);
        db.Add(vault.Line(id, now, Actor.System.Id, SubmissionEventKind.Step, null, SubmissionAction.Lapse));
        await erasure.EraseAsync(db, record, now, ct);
        await db.SaveChangesAsync(ct);
        await audit.AppendAsync(db, Actor.System, "submission.lapse", $"submission:{id}", null, ct);
        await transaction.CommitAsync(ct);
    }

    async Task EraseAsync(string receipt, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var id = await db.Submissions.Where(one => one.Receipt == receipt).Select(one => one.Id).SingleAsync(ct);
        var record = (await db.LockSubmissionAsync(id, ct))!;
        if (record.PersonalDeletedAt is not null || await DeletionOfAsync(db, record, ct) > now) return;
        await erasure.EraseAsync(db, record, now, ct);
        await db.SaveChangesAsync(ct);
        await audit.AppendAsync(db, Actor.System, "personal.delete", $"submission:{id}", null, ct);
        await transaction.CommitAsync(ct);
    }

    // Files whose row is gone, or was never committed.
    async Task SweepFilesAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var some in files.WrittenBefore(now.AddDays(-1)).Chunk(500))
        {
            var known = await db.SubmissionFiles.Where(file => some.Contains(file.Id) && file.Key != null).Select(file => file.Id).ToListAsync(ct);
            foreach (var orphan in some.Except(known)) files.Delete(orphan);
        }
    }

    async Task<IReadOnlyList<string>> DueAsync(CmsDb db, DateTimeOffset at, CancellationToken ct)
    {
        List<string> due = [];
        foreach (var record in await db.Submissions.AsNoTracking().Where(one => one.DeletePersonalAt <= at && one.PersonalDeletedAt == null).OrderBy(one => one.Receipt).ToListAsync(ct))
            if (await DeletionOfAsync(db, record, ct) <= at) due.Add(record.Receipt);
        return due;
    }

    // Since somebody applied, the event may have been postponed.
    async Task<DateTimeOffset?> DeletionOfAsync(CmsDb db, SubmissionRecord record, CancellationToken ct) =>
        record is { Form: EventApplication.Name, ItemId: { } id } && await Happening.FindAsync(db, id, ct) is { } happening && vault.Open(record) is { } submission
            ? WaitingList.DeletionOf(happening, submission)
            : record.DeletePersonalAt;

    // Unconfirmed for a week; or returned, and nobody came back for half a year.
    static IQueryable<SubmissionRecord> Lapsing(CmsDb db, DateTimeOffset at)
    {
        var (week, halfYear) = (at - Verifications.Waits, at.AddDays(-180));
        // A week from the day on which the link was mailed: by a CMS that was down perhaps late, to a corrected address later still. Half a year from the return.
        return db.Submissions.Where(one => one.State == SubmissionState.Unverified && one.FiledAt < week
                && !db.SubmissionEvents.Any(line => line.SubmissionId == one.Id && line.Action == SubmissionAction.Resubmit && line.At >= week)
            || one.State == SubmissionState.Returned && one.ReceivedAt < halfYear
                && !db.SubmissionEvents.Any(line => line.SubmissionId == one.Id && line.Action == SubmissionAction.Return && line.At >= halfYear));
    }

    static IQueryable<MemberContact> Contacts(CmsDb db, DateTimeOffset at) => db.MemberContacts.Where(contact => contact.DeleteAt <= at);

    static IQueryable<Mail.OutgoingMail> Mails(CmsDb db, DateTimeOffset at)
    {
        var before = at - MailsKept;
        return db.Outbox.Where(mail => mail.Sealed != null && mail.DueAt == null && mail.CreatedAt < before);
    }

    static IQueryable<TicketRecord> Tickets(CmsDb db, DateTimeOffset at)
    {
        var before = at - TicketsKept;
        return db.Tickets.Where(ticket => ticket.ExpiresAt < before);
    }
}
