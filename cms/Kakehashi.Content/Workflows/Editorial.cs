namespace Kakehashi.Content.Workflows;

/// <summary>State of an item's newest revision. What is published stays published in every one of them (E08).</summary>
public enum EditorialState
{
    [Label("下書き")] Draft,
    [Label("差戻し")] Returned,
    [Label("確認中")] InCheck,
    [Label("県承認待ち")] AwaitingApproval,
    [Label("承認済（公開予約）")] Approved,
    [Label("公開中")] Published,
    [Label("公開終了")] Ended,
}

/// <summary>What somebody, or the clock, does to an item.</summary>
public enum EditorialAction
{
    [Label("保存")] Save,
    [Label("提出")] Submit,
    [Label("確認を終えて県へ送る")] Forward,
    [Label("承認")] Approve,
    [Label("差戻し")] Return,
    [Label("引き戻し")] Recall,
    [Label("公開")] Publish,
    [Label("公開終了")] End,
}

/// <summary>Who acts.</summary>
public enum Role
{
    [Label("編集者")] Editor,
    [Label("事務局")] Secretariat,
    [Label("承認者（県）")] Approver,
    [Label("運用管理者")] Operator,
}

/// <summary>The <c>editorial</c> workflow (E02, E03, E09): which action leads where, and who may take it.</summary>
public static class Editorial
{
    /// <summary>State after an action; null where the action is not legal in that state.</summary>
    /// <param name="check">The programme lets the secretariat check before the prefecture approves.</param>
    public static EditorialState? Next(EditorialState from, EditorialAction action, bool check) => (from, action) switch
    {
        (EditorialState.Draft or EditorialState.Returned or EditorialState.Published or EditorialState.Ended, EditorialAction.Save) => EditorialState.Draft,
        // What has ended may come back as it was.
        (EditorialState.Draft or EditorialState.Returned or EditorialState.Ended, EditorialAction.Submit) => check ? EditorialState.InCheck : EditorialState.AwaitingApproval,
        (EditorialState.InCheck, EditorialAction.Forward) => EditorialState.AwaitingApproval,
        (EditorialState.InCheck or EditorialState.AwaitingApproval or EditorialState.Approved, EditorialAction.Return) => EditorialState.Returned,
        (EditorialState.InCheck or EditorialState.AwaitingApproval or EditorialState.Approved, EditorialAction.Recall) => EditorialState.Draft,
        (EditorialState.AwaitingApproval, EditorialAction.Approve) => EditorialState.Approved,
        (EditorialState.Approved, EditorialAction.Publish) => EditorialState.Published,
        (EditorialState.Published, EditorialAction.End) => EditorialState.Ended,
        // Ending what is live while its next revision is being written leaves that revision where it is.
        (not EditorialState.Ended, EditorialAction.End) => from,
        _ => null,
    };

    /// <summary>Whether a role may take an action at all; whether it is legal now is <see cref="Next"/>'s question.</summary>
    /// <remarks>Publish follows from approval or the clock and is nobody's.</remarks>
    public static bool May(Role role, EditorialAction action) => (role, action) switch
    {
        (Role.Editor or Role.Secretariat, EditorialAction.Save or EditorialAction.Submit or EditorialAction.Recall) => true,
        (Role.Secretariat, EditorialAction.Forward or EditorialAction.Return or EditorialAction.End) => true,
        (Role.Approver, EditorialAction.Approve or EditorialAction.Return or EditorialAction.End) => true,
        _ => false,
    };

    /// <summary>Four eyes (E02): who wrote any part of what is submitted does not approve it.</summary>
    /// <param name="authors">Everybody who saved a revision since the last publication; never empty.</param>
    public static bool HasFourEyes(IReadOnlyCollection<Guid> authors, Guid approver) => !authors.Contains(approver);
}
