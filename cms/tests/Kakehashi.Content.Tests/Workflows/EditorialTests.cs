using Kakehashi.Content.Workflows;
using static Kakehashi.Content.Workflows.EditorialAction;
using static Kakehashi.Content.Workflows.EditorialState;

namespace Kakehashi.Content.Tests.Workflows;

public sealed class EditorialTests
{
    /// <summary>Every state with what each action makes of it, without the secretariat's check; what is not named is not legal.</summary>
    static readonly Dictionary<EditorialState, Dictionary<EditorialAction, EditorialState>> Table = new()
    {
        [Draft] = new() { [Save] = Draft, [Submit] = AwaitingApproval, [End] = Draft },
        [Returned] = new() { [Save] = Draft, [Submit] = AwaitingApproval, [End] = Returned },
        [InCheck] = new() { [Forward] = AwaitingApproval, [Return] = Returned, [Recall] = Draft, [End] = InCheck },
        [AwaitingApproval] = new() { [Approve] = Approved, [Return] = Returned, [Recall] = Draft, [End] = AwaitingApproval },
        [Approved] = new() { [Publish] = Published, [Return] = Returned, [Recall] = Draft, [End] = Approved },
        [Published] = new() { [Save] = Draft, [End] = Ended },
        [Ended] = new() { [Save] = Draft, [Submit] = AwaitingApproval },
    };

    public static TheoryData<EditorialState, EditorialAction> Pairs =>
        [.. from state in Enum.GetValues<EditorialState>() from action in Enum.GetValues<EditorialAction>() select (state, action)];

    [Theory, MemberData(nameof(Pairs))]
    public void Every_action_in_every_state_does_what_the_table_says(EditorialState state, EditorialAction action) =>
        Assert.Equal(Table[state].TryGetValue(action, out var next) ? next : null, Editorial.Next(state, action, check: false));

    [Theory]
    [InlineData(Draft)]
    [InlineData(Returned)]
    [InlineData(Ended)]
    public void With_a_check_what_is_handed_in_goes_to_the_secretariat_first(EditorialState state) =>
        Assert.Equal(InCheck, Editorial.Next(state, Submit, check: true));

    [Fact]
    public void Only_the_prefecture_approves() =>
        Assert.Equal([Role.Approver], Enum.GetValues<Role>().Where(role => Editorial.May(role, Approve)));

    [Fact]
    public void Nobody_publishes_by_hand() =>
        Assert.DoesNotContain(Enum.GetValues<Role>(), role => Editorial.May(role, Publish));

    [Fact]
    public void Who_wrote_a_part_does_not_approve_the_whole()
    {
        var (writer, other) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.False(Editorial.HasFourEyes([other, writer], writer));
        Assert.True(Editorial.HasFourEyes([writer], other));
    }
}
