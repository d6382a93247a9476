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

    public bool MayWrite => Actor.Roles.Any(role => Editorial.May(role, EditorialAction.Save));

    public bool MayReview => Actor.Roles.Any(role => Editorial.May(role, EditorialAction.Return));

    public bool MayReadRecords => Is(Role.Secretariat) || Is(Role.Approver) || Is(Role.Operator);

    public bool MaySetUp => Is(Role.Secretariat) || Is(Role.Operator);

    public bool MayManageAccounts => Is(Role.Operator);

    bool Is(Role role) => Actor.Roles.Contains(role);
}
