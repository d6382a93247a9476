using System.Text.Json;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Intake;

/// <summary>Files one opened submission: checks it once more, keeps its files, lets the form's handler act, answers by mail.</summary>
public sealed class SubmissionFiling(
    AttachmentFiling attachments, FormHandlers handlers, Correspondence correspondence, Resubmissions resubmissions, SubmissionVault vault, BlindIndex index, AuditTrail audit, TimeProvider time)
{
    /// <summary>Reads the content of an envelope, and checks it as the forms process did.</summary>
    /// <param name="name">Name of its file: the receipt number without hyphens.</param>
    /// <exception cref="RefusedSubmissionException">It is not what an honest forms process writes.</exception>
    public static Submission Read(string name, byte[] content)
    {
        Submission? submission;
        try
        {
            submission = JsonSerializer.Deserialize<Submission>(content, ContentJson.Options);
        }
        catch (JsonException exception)
        {
            throw new RefusedSubmissionException("content that is no submission", exception);
        }
        if (submission is not { Form: not null, Definition: not null, Answers: not null, Files: not null } || submission.Receipt != name || !ReceiptNumber.TryParse(name, out var number) || number.FileName != name)
            throw new RefusedSubmissionException("content that is not the submission of that receipt number");
        if (!FormCatalogue.Labels.ContainsKey(submission.Form) || submission.Definition.Name != submission.Form) throw new RefusedSubmissionException("a form that does not exist");
        if (submission.Subject is { } subject && !Slug.IsValid(subject)) throw new RefusedSubmissionException("a subject that is none");
        if (submission.ReceivedAt.Year < 2000 || submission.Definition.Privacy is { Kept.Days: < 1 or > 3_650 }) throw new RefusedSubmissionException("times that no form promises");
        return submission with { Answers = Again(submission) };
    }

    // A definition that was tampered with may hold nothing where something belongs, or the same twice.
    static JsonObject Again(Submission submission)
    {
        try
        {
            var (answers, mistakes) = AnswerReading.Read(submission.Definition, AnswerFields.Of(submission.Definition, submission.Answers), question => submission.Files.Count(file => file.Question == question));
            return mistakes is [var first, ..] ? throw new RefusedSubmissionException($"an answer to {first.Field} that the form does not allow") : answers;
        }
        catch (Exception exception) when (exception is NullReferenceException or ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new RefusedSubmissionException("a form that nobody could have filled in", exception);
        }
    }

    /// <summary>Files it in the caller's transaction. What was filed before is left as it is.</summary>
    /// <returns>Attachments that may leave the inbox after the commit.</returns>
    public async Task<IReadOnlyList<SubmissionFile>> FileAsync(CmsDb db, Submission submission, ProgramSettings program, CancellationToken ct)
    {
        if (await db.Submissions.Where(one => one.Receipt == submission.Receipt).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(ct) is { } there)
            return await db.SubmissionFiles.AsNoTracking().Where(file => file.SubmissionId == there).ToListAsync(ct);
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var files = await attachments.KeepAsync(db, id, submission.Files, ct);

        var ticket = submission.Ticket is { } proof ? await Tickets.UseAsync(db, proof, submission.Form, submission.ReceivedAt, now, ct) : null;
        var record = Row(id, submission, ticket, now);
        var address = await correspondence.AddressOfAsync(db, record, submission, ct);
        record.AddressIndex = address is null ? null : index.OfEmail(address);
        var mayMail = record.AddressIndex is { } entry && (ticket is not null || await MailShare.AllowsAsync(db, program, entry, submission.ReceivedAt.ToUniversalTime(), ct));
        db.Submissions.Add(record);
        await db.SaveChangesAsync(ct);
        db.SubmissionFiles.AddRange(files);

        var filing = new Filing(db, record, submission, program, ticket, address, mayMail, now) { Files = files, Reply = Acknowledgements.Of(program, record, submission) };
        if (await RefusalAsync(filing, ct) is { } refused) Refuse(filing, refused);
        if (ticket is not null) await Tickets.ConfirmContactAsync(db, ticket, now, ct);
        if (filing.Reply is { } text && filing.MayMail) correspondence.Write(db, filing.Address!, correspondence.SubjectOf(program, record), text, now);
        await db.SaveChangesAsync(ct);
        await audit.AppendAsync(db, Actor.System, "submission.file", $"submission:{id}", new JsonObject { ["form"] = record.Form, ["state"] = record.State.ToString() }, ct);
        return files;
    }

    async Task<string?> RefusalAsync(Filing filing, CancellationToken ct)
    {
        var (submission, ticket) = (filing.Submission, filing.Ticket);
        if (ticket is null && (submission.Ticket is not null || FormCatalogue.AccessOf(filing.Program, submission.Form) == FormAccess.Ticket))
            return "リンクの期限が過ぎているか、すでに使われたため、受け付けられませんでした。サイトの「会員の手続き」から、新しいリンクを受け取ってください。";
        if (ticket?.SubmissionId is { } earlier && await Resubmissions.IsCorrectionAsync(filing, earlier, ct)) return await resubmissions.FileAsync(filing, earlier, ct);
        return await handlers.Of(filing.Record.Form).FileAsync(filing, ct);
    }

    void Refuse(Filing filing, string why)
    {
        filing.Record.Move(SubmissionState.Refused, filing.Submission, filing.Now);
        filing.Db.Add(vault.Line(filing.Record.Id, filing.Now, Actor.System.Id, SubmissionEventKind.Step, why, SubmissionAction.Refuse));
        filing.Reply = Acknowledgements.OfRefusal(filing.Program, filing.Record, why);
    }

    SubmissionRecord Row(Guid id, Submission submission, TicketRecord? ticket, DateTimeOffset now) => new()
    {
        Id = id,
        Receipt = submission.Receipt,
        Form = submission.Form,
        Subject = submission.Subject,
        State = SubmissionState.Received,
        Headline = handlers.Of(submission.Form).Headline(submission),
        Content = vault.Seal(id, submission),
        MemberId = ticket?.MemberId,
        ReceivedAt = submission.ReceivedAt.ToUniversalTime(),
        FiledAt = now,
        DueAt = submission.Definition.AnswerInDays is > 0 and <= 60 and var days ? WorkingDays.DeadlineAfter(submission.ReceivedAt, days).ToUniversalTime() : null,
    };
}
