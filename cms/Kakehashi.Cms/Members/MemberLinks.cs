using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>"Send me a link" (F02): answered by mail to known addresses alone. The page that asks is the same for all, because the forms process cannot know.</summary>
public sealed class MemberLinks(MemberContacts contacts, MemberActions actions, Tickets tickets, Verifications verifications, Corrections corrections, SubmissionVault vault) : FormHandler
{
    public override string Form => MemberLink.Name;

    public override async Task<string?> FileAsync(Filing filing, CancellationToken ct)
    {
        filing.Record.Move(SubmissionState.Closed, filing.Submission, filing.Now);
        filing.Reply = null;
        if (filing.Address is not { } address || !filing.MayMail) return null;
        List<string> links = [.. await OfMembersAsync(filing, address, ct), .. await OfWaitingAsync(filing, address, ct)];
        if (links.Count > 0) filing.Reply = Acknowledgements.Text(filing.Program, filing.Record, "手続きのリンクをお送りします。1つのリンクで、1つの手続きができます。", [.. links, "お心当たりがないときは、このメールを捨ててください。何も起こりません。"]);
        return null;
    }

    async Task<List<string>> OfMembersAsync(Filing filing, string address, CancellationToken ct)
    {
        List<string> links = [];
        foreach (var contact in await contacts.WithAddressAsync(filing.Db, address, ct))
        {
            if (await filing.Db.ActiveMemberAsync(contact.Contact.MemberId, ct) is not { } member) continue;
            // To the address as it is registered, not as somebody typed it.
            filing.Address = contact.Person.Email;
            var link = await tickets.IssueAsync(filing.Db, filing.Program, new TicketHolder(address, member.Name, member.Id, contact.Contact.Id, null), await actions.OfAsync(filing.Db, member, ct), filing.Now, ct);
            links.Add(Tickets.Words(link, $"「{member.Name}」の手続きのページ"));
        }
        return links;
    }

    // What this address, or its member, sent and somebody waits for.
    async Task<List<string>> OfWaitingAsync(Filing filing, string address, CancellationToken ct)
    {
        var db = filing.Db;
        var (entry, known) = (filing.Record.AddressIndex, await contacts.WithAddressAsync(db, address, ct));
        var members = known.Select(contact => (Guid?)contact.Contact.MemberId).ToList();
        var waiting = await db.Submissions.AsNoTracking()
            .Where(one => one.AddressIndex == entry && one.State == SubmissionState.Unverified || one.State == SubmissionState.Returned && (one.AddressIndex == entry || members.Contains(one.MemberId)))
            .OrderByDescending(one => one.ReceivedAt).Take(5).ToListAsync(ct);
        List<string> links = [];
        foreach (var record in waiting)
        {
            var form = FormCatalogue.Labels.GetValueOrDefault(record.Form, "申込み");
            if (record.State == SubmissionState.Unverified)
            {
                links.Add(Tickets.Words(await verifications.IssueAsync(db, filing.Program, record, address, filing.Now, ct), $"「{form}」（受付番号 {Correspondence.Readable(record.Receipt)}）のメールアドレスを確認するページ"));
                continue;
            }
            if (vault.Open(record) is not { } submission) continue;
            var contact = known.FirstOrDefault(one => one.Contact.MemberId == record.MemberId)?.Contact.Id;
            var link = await tickets.IssueAsync(db, filing.Program, new TicketHolder(address, record.Headline, record.MemberId, contact, record.Id),
                [await corrections.ActionAsync(db, record, submission, await NoteAsync(db, record, ct), ct)], filing.Now, ct);
            links.Add(Tickets.Words(link, $"差し戻された「{form}」（受付番号 {Correspondence.Readable(record.Receipt)}）を直すページ"));
        }
        return links;
    }

    // The last note before the last return.
    async Task<string?> NoteAsync(CmsDb db, SubmissionRecord record, CancellationToken ct)
    {
        var lines = await db.SubmissionEvents.AsNoTracking().Where(line => line.SubmissionId == record.Id).OrderByDescending(line => line.At).ThenByDescending(line => line.Id).ToListAsync(ct);
        var returned = lines.FirstOrDefault(line => line.Action == SubmissionAction.Return)?.At;
        return lines.FirstOrDefault(line => line.Kind == SubmissionEventKind.Note && line.At == returned) is { } note ? vault.Open(note) : null;
    }
}
