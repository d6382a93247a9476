using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>退会 (F02): on approval the pages end, and the day is set on which personal data go. What has to be kept stays without them (R06).</summary>
public sealed class Withdrawals(PublicPages pages) : FormHandler
{
    /// <summary>How long contacts of a former member are kept, as the forms promise.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public override string Form => Withdrawal.Name;

    public override async Task<string?> FileAsync(Intake.Filing filing, CancellationToken ct)
    {
        if (await filing.Db.ActiveMemberAsync(filing.Record.MemberId, ct) is not { } member) return ActiveMembers.Gone;
        filing.Record.Headline = member.Name;
        return null;
    }

    public override async Task<Decision?> ApproveAsync(Approval approval, CancellationToken ct)
    {
        var (db, now) = (approval.Db, approval.Now);
        if (await db.ActiveMemberAsync(approval.Record.MemberId, ct) is not { } member) return new Decision.NotLegal(ActiveMembers.Gone);
        if (await pages.EndAsync(approval, member, ct) is { } refused) return refused;
        (member.State, member.WithdrawnAt) = (MemberState.Withdrawn, now);
        var until = now + Kept;
        await db.MemberContacts.Where(contact => contact.MemberId == member.Id && (contact.DeleteAt == null || contact.DeleteAt > until)).ExecuteUpdateAsync(set => set.SetProperty(contact => contact.DeleteAt, until), ct);
        // Whatever waited for this day; proposals and inquiries keep the periods that their own forms promised.
        await db.Submissions.Where(one => one.MemberId == member.Id && one.Id != approval.Record.Id && one.DeletePersonalAt == null && one.PersonalDeletedAt == null && one.ClosedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.DeletePersonalAt, until), ct);
        approval.Record.DeletePersonalAt = until;
        return null;
    }
}
