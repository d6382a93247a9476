using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;

namespace Kakehashi.Cms.Members;

/// <summary>登録内容の変更 (F02).</summary>
public sealed class MemberChanges(MemberRegistry registry) : FormHandler
{
    public override string Form => MemberChange.Name;

    public override string Headline(Submission submission) => submission.Answers.Text("organisation");

    public override async Task<string?> FileAsync(Filing filing, CancellationToken ct)
    {
        if (await filing.Db.ActiveMemberAsync(filing.Record.MemberId, ct) is not { } member) return ActiveMembers.Gone;
        filing.Record.ItemId = member.ItemId;
        return null;
    }

    public override async Task<Decision?> ApproveAsync(Approval approval, CancellationToken ct) =>
        await approval.Db.ActiveMemberAsync(approval.Record.MemberId, ct) is { } member
            ? await registry.ChangeAsync(approval, member, approval.Submission.Answers, ct)
            : new Decision.NotLegal(ActiveMembers.Gone);
}
