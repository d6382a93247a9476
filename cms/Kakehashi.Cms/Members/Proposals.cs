using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>課題への提案 (F05): who is no member registers in the same go, and confirms the address first.</summary>
public sealed class Proposals(Verifications verifications, MemberRegistry registry, MemberContacts contacts, BlindIndex index) : FormHandler
{
    public override string Form => SolutionProposal.Name;

    public override string Headline(Submission submission) => $"{submission.Answers.Text("title")}（{submission.Answers.Text("organisation")}）";

    public override bool ConfirmsAddress(Submission submission) => IsNewcomer(submission);

    public override async Task<string?> FileAsync(Filing filing, CancellationToken ct)
    {
        if (IsNewcomer(filing.Submission)) return await verifications.BeginAsync(filing, filing.Record, ct);
        // Who says to be a member is shown as one where the address is a contact's; the office sees the rest.
        if (filing.Address is { } address && await contacts.WithAddressAsync(filing.Db, address, ct) is [{ Contact.MemberId: var member }]) filing.Record.MemberId = member;
        return null;
    }

    public override async Task<Decision?> ApproveAsync(Approval approval, CancellationToken ct)
    {
        var answers = approval.Submission.Answers;
        if (!IsNewcomer(approval.Submission) || approval.Record.MemberId is not null) return null;
        if (answers.TextOrNull("email") is { } email && index.OfEmail(email) is var entry
            && await approval.Db.MemberContacts.Where(contact => contact.AddressIndex == entry && contact.DeleteAt == null).Select(contact => (Guid?)contact.MemberId).FirstOrDefaultAsync(ct) is { } known)
        {
            approval.Record.MemberId = known;
            return null;
        }
        return await registry.EnterAsync(approval, answers, MemberAnswers.PersonOf(answers) is { } person ? [person] : [], mailing: false, ct);
    }

    static bool IsNewcomer(Submission submission) => submission.Answers.Text("membership") == "new";
}
