using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;

namespace Kakehashi.Cms.Members;

/// <summary>会員登録 (F01): nobody reviews it before its address was confirmed by a link.</summary>
public sealed class Registrations(Verifications verifications, MemberRegistry registry) : FormHandler
{
    public override string Form => MemberRegistration.Name;

    public override string Headline(Submission submission) => submission.Answers.Text("organisation");

    public override bool ConfirmsAddress(Submission submission) => true;

    public override Task<string?> FileAsync(Filing filing, CancellationToken ct) => verifications.BeginAsync(filing, filing.Record, ct);

    public override Task<Decision?> ApproveAsync(Approval approval, CancellationToken ct) =>
        registry.EnterAsync(approval, approval.Submission.Answers, MemberAnswers.PeopleOf(approval.Submission.Answers), approval.Submission.Answers.IsTrue("mailing"), ct);
}
