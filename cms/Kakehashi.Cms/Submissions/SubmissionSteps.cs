using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>What every change of a submission's state has in common.</summary>
static class SubmissionSteps
{
    /// <summary>The submission, locked until the transaction ends; null when there is none.</summary>
    public static Task<SubmissionRecord?> LockSubmissionAsync(this CmsDb db, Guid id, CancellationToken ct) =>
        db.Submissions.FromSql($"SELECT *, xmin FROM submissions WHERE id = {id} FOR UPDATE").AsTracking().SingleOrDefaultAsync(ct);

    /// <summary>Sets the state, and what ends with it: due date, and the day on which personal data are deleted (F12).</summary>
    /// <param name="submission">Null once its personal data were deleted.</param>
    public static void Move(this SubmissionRecord record, SubmissionState next, Submission? submission, DateTimeOffset now)
    {
        record.State = next;
        if (!IsEnd(next)) return;
        (record.ClosedAt, record.DueAt) = (now, null);
        if (submission is not null) record.DeletePersonalAt = DeletionOf(submission.Definition.Privacy?.Kept ?? Unpromised, next, now);
    }

    // Forms without questions of their own, such as the confirmation of an address.
    static readonly Retention Unpromised = new(30, RetentionStart.Closing);

    /// <summary>No step leads on but a late cancellation.</summary>
    public static bool IsEnd(SubmissionState state) =>
        state is SubmissionState.Approved or SubmissionState.Refused or SubmissionState.Closed or SubmissionState.Cancelled or SubmissionState.Lapsed;

    /// <summary>When personal data go, as the form promised; null while that hangs on something to come (a withdrawal, an event).</summary>
    internal static DateTimeOffset? DeletionOf(Retention kept, SubmissionState state, DateTimeOffset closed) => kept.From switch
    {
        RetentionStart.Closing => closed.AddDays(kept.Days),
        RetentionStart.FiscalYearEnd => JapaneseTime.StartOf(new DateOnly(JapaneseTime.FiscalYear(JapaneseTime.DateOf(closed)) + 1, 4, 1)).ToUniversalTime().AddDays(kept.Days),
        _ => state == SubmissionState.Approved ? null : closed.AddDays(kept.Days),
    };
}
