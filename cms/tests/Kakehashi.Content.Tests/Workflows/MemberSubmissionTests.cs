using Kakehashi.Content.Workflows;

namespace Kakehashi.Content.Tests.Workflows;

public class MemberSubmissionTests
{
    [Theory]
    [InlineData(SubmissionState.Unverified)]
    [InlineData(SubmissionState.Lapsed)]
    public void Nobody_reviews_what_nobody_confirmed(SubmissionState state) =>
        Assert.All([SubmissionAction.Take, SubmissionAction.Approve, SubmissionAction.Return, SubmissionAction.Refuse], action => Assert.Null(MemberSubmission.Next(state, action)));

    [Fact]
    public void What_came_to_an_end_stays_there_but_an_approved_place_may_be_given_back()
    {
        foreach (var end in new[] { SubmissionState.Approved, SubmissionState.Refused, SubmissionState.Closed, SubmissionState.Cancelled, SubmissionState.Lapsed })
            foreach (var action in Enum.GetValues<SubmissionAction>())
                Assert.Equal(end == SubmissionState.Approved && action == SubmissionAction.Cancel ? SubmissionState.Cancelled : null, MemberSubmission.Next(end, action));
    }

    [Fact]
    public void What_is_returned_waits_for_its_sender() =>
        Assert.Equal(SubmissionState.Received, MemberSubmission.Next(MemberSubmission.Next(SubmissionState.InCheck, SubmissionAction.Return)!.Value, SubmissionAction.Resubmit));

    [Fact]
    public void Only_the_secretariat_decides_and_nobody_else_but_the_prefecture_reads()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.Equal(role == Role.Secretariat, MemberSubmission.May(role, SubmissionAction.Approve));
            Assert.False(MemberSubmission.May(role, SubmissionAction.Verify));
            Assert.Equal(role is Role.Secretariat or Role.Approver, MemberSubmission.MayRead(role));
        }
    }
}
