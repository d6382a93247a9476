using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Events;

/// <summary>イベントの申込み (F06): a place or the waiting list at once, and a link to cancel until it begins.</summary>
public sealed class EventApplications(WaitingList waiting) : FormHandler
{
    public override string Form => EventApplication.Name;

    public override async Task<string?> FileAsync(Filing filing, CancellationToken ct)
    {
        var (record, now) = (filing.Record, filing.Now);
        if (await WaitingList.LockAsync(filing.Db, record.Subject ?? "", ct) is not { } happening) return "このイベントは公開されていないため、申込みを受け付けられませんでした。";
        var people = filing.Submission.Answers.Entries("participants").Count();
        if (people == 0) return "参加する方のお名前がないため、申込みを受け付けられませんでした。";
        var state = await WaitingList.TakeAsync(filing.Db, happening, record, people, ct);
        (record.Headline, record.ItemId) = ($"{happening.Title}（{people}人）", happening.Id);
        record.Move(SubmissionState.Approved, filing.Submission, now);
        record.DeletePersonalAt = WaitingList.DeletionOf(happening, filing.Submission);
        if (filing.Address is not null && filing.MayMail)
            filing.Reply = Acknowledgements.Text(filing.Program, record, WaitingList.Words(happening, state, people), [await waiting.LinkAsync(filing.Db, filing.Program, record, happening, filing.Address, now, ct)]);
        return null;
    }

    public override Task CancelAsync(Approval cancellation, CancellationToken ct) => waiting.ReleaseAsync(cancellation.Db, cancellation.Program, cancellation.Record, cancellation.Now, ct);
}
