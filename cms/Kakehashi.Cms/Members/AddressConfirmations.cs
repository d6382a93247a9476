using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Members;

/// <summary>担当者のメールアドレスの変更: one of the two confirmations.</summary>
public sealed class AddressConfirmations(AddressChanges changes) : FormHandler
{
    public override string Form => MailAddressChange.Name;

    public override async Task<string?> FileAsync(Filing filing, CancellationToken ct)
    {
        filing.Reply = null;
        if (await changes.ConfirmAsync(filing, ct) is { } refused) return refused;
        filing.Record.Move(SubmissionState.Closed, filing.Submission, filing.Now);
        (filing.Record.Content, filing.Record.PersonalDeletedAt) = (null, filing.Now);
        return null;
    }
}
