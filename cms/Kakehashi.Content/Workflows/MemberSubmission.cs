namespace Kakehashi.Content.Workflows;

/// <summary>State of a submission.</summary>
public enum SubmissionState
{
    /// <summary>The sender's address is not confirmed: nobody reviews it yet (F01).</summary>
    [Label("メール確認待ち")] Unverified,
    [Label("受付")] Received,
    [Label("確認中")] InCheck,
    [Label("差戻し")] Returned,
    [Label("承認")] Approved,
    [Label("却下")] Refused,
    [Label("完了")] Closed,
    [Label("取消し")] Cancelled,
    [Label("期限切れ")] Lapsed,
}

/// <summary>What somebody, or the clock, does to a submission.</summary>
public enum SubmissionAction
{
    [Label("メールアドレスの確認")] Verify,
    [Label("確認を始める")] Take,
    [Label("承認")] Approve,
    [Label("差戻し")] Return,
    [Label("却下")] Refuse,
    [Label("再提出")] Resubmit,
    [Label("完了")] Close,
    [Label("取消し")] Cancel,
    [Label("期限切れ")] Lapse,
}

/// <summary>The <c>memberSubmission</c> workflow (F01–F07, E06): 受付 → 確認中 → 承認 / 差戻し / 却下.</summary>
public static class MemberSubmission
{
    /// <summary>State after an action; null where the action is not legal in that state.</summary>
    public static SubmissionState? Next(SubmissionState from, SubmissionAction action) => (from, action) switch
    {
        (SubmissionState.Unverified, SubmissionAction.Verify) => SubmissionState.Received,
        (SubmissionState.Unverified or SubmissionState.Returned, SubmissionAction.Lapse) => SubmissionState.Lapsed,
        (SubmissionState.Received, SubmissionAction.Take) => SubmissionState.InCheck,
        (SubmissionState.Received or SubmissionState.InCheck, SubmissionAction.Approve) => SubmissionState.Approved,
        (SubmissionState.Received or SubmissionState.InCheck, SubmissionAction.Return) => SubmissionState.Returned,
        (SubmissionState.Received or SubmissionState.InCheck, SubmissionAction.Refuse) => SubmissionState.Refused,
        (SubmissionState.Received or SubmissionState.InCheck, SubmissionAction.Close) => SubmissionState.Closed,
        (SubmissionState.Returned, SubmissionAction.Resubmit) => SubmissionState.Received,
        (SubmissionState.Received or SubmissionState.InCheck or SubmissionState.Returned or SubmissionState.Approved, SubmissionAction.Cancel) => SubmissionState.Cancelled,
        _ => null,
    };

    /// <summary>Whether somebody of the office has still to act.</summary>
    public static bool Waits(SubmissionState state) => state is SubmissionState.Received or SubmissionState.InCheck;

    /// <summary>Whether a role may take an action at all. What visitors do (Verify, Resubmit, Cancel) and the clock does (Lapse) is nobody's.</summary>
    public static bool May(Role role, SubmissionAction action) =>
        role == Role.Secretariat && (action is SubmissionAction.Take or SubmissionAction.Approve or SubmissionAction.Return or SubmissionAction.Refuse or SubmissionAction.Close or SubmissionAction.Cancel);

    /// <summary>Who may read what visitors sent (F12, least access).</summary>
    public static bool MayRead(Role role) => role is Role.Secretariat or Role.Approver;
}
