using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Members;

/// <summary>到達確認: what was sent under an address waits until somebody opens the link that was mailed there (F01).</summary>
public sealed class Verifications(Tickets tickets, SubmissionVault vault) : FormHandler
{
    /// <summary>How long it waits before it lapses.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    public override string Form => MailVerification.Name;

    /// <summary>Lets a submission wait, and mails the link.</summary>
    /// <param name="record">The one that is being filed, or the one that it corrects.</param>
    /// <returns>Null, or why it is not possible.</returns>
    internal async Task<string?> BeginAsync(Filing filing, SubmissionRecord record, CancellationToken ct)
    {
        if (filing.Address is not { } address) return "メールアドレスがないため、受け付けられませんでした。";
        (record.State, record.DueAt) = (SubmissionState.Unverified, null);
        filing.Reply = filing.MayMail
            ? Acknowledgements.WithLink(filing.Program, record, "申込みを受け付けました。まだ手続きは終わっていません。下のリンクを開いて、メールアドレスの確認を済ませてください。",
                Tickets.Words(await IssueAsync(filing.Db, filing.Program, record, address, filing.Now, ct), "メールアドレスを確認するページ"))
            : null;
        return null;
    }

    /// <summary>A link that confirms the address of a waiting submission.</summary>
    internal Task<Uri> IssueAsync(CmsDb db, ProgramSettings program, SubmissionRecord record, string address, DateTimeOffset now, CancellationToken ct) =>
        tickets.IssueAsync(db, program, new TicketHolder(address, record.Headline, null, null, record.Id),
            [new TicketAction("verify", Form, null, "メールアドレスを確認する", null, [], [])], now, ct);

    public override async Task<string?> FileAsync(Filing filing, CancellationToken ct)
    {
        var (db, now) = (filing.Db, filing.Now);
        filing.Record.Move(SubmissionState.Closed, filing.Submission, now);
        (filing.Record.Content, filing.Record.PersonalDeletedAt, filing.Reply) = (null, now, null);
        if (filing.Ticket?.SubmissionId is not { } id || await db.LockSubmissionAsync(id, ct) is not { } waiting) return null;
        filing.Record.Headline = waiting.Headline;
        if (MemberSubmission.Next(waiting.State, SubmissionAction.Verify) is not { } next) return null;
        waiting.State = next;
        if (vault.Open(waiting)?.Definition.AnswerInDays is > 0 and <= 60 and var days) waiting.DueAt = WorkingDays.DeadlineAfter(filing.Submission.ReceivedAt, days).ToUniversalTime();
        db.Add(vault.Line(id, now, Actor.System.Id, SubmissionEventKind.Step, null, SubmissionAction.Verify));
        return null;
    }
}
