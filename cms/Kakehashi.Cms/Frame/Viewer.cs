using Kakehashi.Cms.Accounts;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Frame;

/// <summary>Who looks at the screen of this request, and what its frame tells about the house.</summary>
public sealed class Viewer
{
    /// <summary>Never null on a screen for staff; set before it renders.</summary>
    public Actor Actor { get; internal set; } = null!;

    public ProgramSettings Program { get; internal set; } = null!;

    /// <summary>Items that wait for this person's decision.</summary>
    public int Waiting { get; internal set; }

    /// <summary>Submissions that wait for the office; 0 for who may not read them.</summary>
    public int Submissions { get; internal set; }

    /// <summary>Reads what visitors sent, personal data included (F12).</summary>
    public bool MayReadSubmissions => Actor.Roles.Any(MemberSubmission.MayRead);

    /// <summary>Decides on what visitors sent.</summary>
    public bool MayHandleSubmissions => Actor.Roles.Any(role => MemberSubmission.May(role, SubmissionAction.Take));

    public bool MayWrite => Actor.Roles.Any(role => Editorial.May(role, EditorialAction.Save));

    public bool MayReview => Actor.Roles.Any(role => Editorial.May(role, EditorialAction.Return));

    public bool MayReadRecords => Actor.Roles.Any(ReadsRecords);

    /// <summary>Reads accessibility tests and what was judged in them.</summary>
    public bool MayReadTests => Actor.Roles.Any(ReadsTests);

    /// <summary>Judges in accessibility tests, and publishes them.</summary>
    public bool MayJudge => Is(Role.Secretariat);

    public bool MaySetUp => Is(Role.Secretariat) || Is(Role.Operator);

    public bool MayManageAccounts => Is(Role.Operator);

    /// <inheritdoc cref="MayReadTests"/>
    public static bool ReadsTests(Role role) => ReadsRecords(role);

    static bool ReadsRecords(Role role) => role is Role.Secretariat or Role.Approver or Role.Operator;

    bool Is(Role role) => Actor.Roles.Contains(role);
}
