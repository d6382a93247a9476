using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Events;

/// <summary>イベントの申込みの取消し (F06), by the link in the receipt mail.</summary>
public sealed class EventCancellations(WaitingList waiting, SubmissionVault vault, Correspondence correspondence) : FormHandler
{
    public override string Form => EventCancellation.Name;

    public override async Task<string?> FileAsync(Filing filing, CancellationToken ct)
    {
        var (db, now) = (filing.Db, filing.Now);
        filing.Record.Move(SubmissionState.Closed, filing.Submission, now);
        (filing.Record.Content, filing.Record.PersonalDeletedAt, filing.Reply) = (null, now, null);
        if (filing.Ticket?.SubmissionId is not { } id || await db.LockSubmissionAsync(id, ct) is not { } application) return null;
        (filing.Record.Headline, filing.Record.CorrectsId) = (application.Headline, id);
        if (MemberSubmission.Next(application.State, SubmissionAction.Cancel) is not { } next) return null;
        var deletion = application.DeletePersonalAt;
        application.Move(next, null, now);
        application.DeletePersonalAt = deletion;
        db.Add(vault.Line(id, now, Actor.System.Id, SubmissionEventKind.Step, null, SubmissionAction.Cancel));
        await waiting.ReleaseAsync(db, filing.Program, application, now, ct);
        if (vault.Open(application) is { } sent && AnswerInput.Email(sent.Answers.Text("email")) is { } address)
            correspondence.Write(db, address, correspondence.SubjectOf(filing.Program, application), Acknowledgements.Text(filing.Program, application, $"「{application.Headline}」の申込みを取り消しました。", []), now);
        return null;
    }
}
