using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>A contact's new e-mail address: in force once it was confirmed at the new and at the present address (F02).</summary>
public sealed class AddressChanges(Tickets tickets, MemberContacts contacts, PersonalCipher cipher, BlindIndex index, PersonalMail mail)
{
    /// <summary>How long a change waits for both confirmations.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    /// <summary>Mails a link to both addresses; an earlier change of the same contact that still waits is dropped.</summary>
    public async Task BeginAsync(Approval step, MemberRecord member, MemberContact contact, string present, string next, CancellationToken ct)
    {
        var (db, now) = (step.Db, step.Now);
        await db.Set<ContactAddressChange>().Where(change => change.ContactId == contact.Id).ExecuteDeleteAsync(ct);
        var id = Guid.CreateVersion7(now);
        db.Add(new ContactAddressChange { Id = id, ContactId = contact.Id, Address = cipher.Seal(next, Place(id)), AddressIndex = index.OfEmail(next), CreatedAt = now });
        await MailAsync(step.Db, step.Program, member, contact, next, "このメールアドレスを、会員の担当者の新しいアドレスとして登録する申込みがありました。", now, ct);
        await MailAsync(step.Db, step.Program, member, contact, present, "担当者のメールアドレスを別のアドレスに変える申込みがありました。心当たりがないときは、リンクを開かずに、事務局にお知らせください。", now, ct);
    }

    /// <summary>Notes a confirmation; with the second one, the new address is in force and both are told.</summary>
    /// <returns>Null, or why it is too late.</returns>
    internal async Task<string?> ConfirmAsync(Filing filing, CancellationToken ct)
    {
        var (db, ticket, now) = (filing.Db, filing.Ticket!, filing.Now);
        // The member first, as an approval does that changes its contacts.
        if (await db.ActiveMemberAsync(ticket.MemberId, ct) is null) return ActiveMembers.Gone;
        var change = await db.Set<ContactAddressChange>().FromSql($"SELECT * FROM contact_address_changes WHERE contact_id = {ticket.ContactId} FOR UPDATE").AsTracking().SingleOrDefaultAsync(ct);
        var contact = await db.MemberContacts.AsTracking().SingleOrDefaultAsync(one => one.Id == ticket.ContactId && one.DeleteAt == null, ct);
        if (change is null || contact is null || change.CreatedAt + Waits < filing.Submission.ReceivedAt) return "このアドレスの変更は、すでに終わったか、取り消されています。";
        if (ticket.AddressIndex.AsSpan().SequenceEqual(change.AddressIndex)) change.NewConfirmedAt ??= now;
        else if (ticket.AddressIndex.AsSpan().SequenceEqual(contact.AddressIndex)) change.OldConfirmedAt ??= now;
        else return "このアドレスの変更は、すでに終わったか、取り消されています。";
        if (change is { NewConfirmedAt: not null, OldConfirmedAt: not null }) PutInForce(filing, contact, change);
        return null;
    }

    void PutInForce(Filing filing, MemberContact contact, ContactAddressChange change)
    {
        var person = contacts.Open(contact);
        var next = cipher.Open(change.Address, Place(change.Id));
        contacts.Change(contact, person with { Email = next });
        contact.ConfirmedAt = filing.Now;
        filing.Db.Remove(change);
        foreach (var address in new[] { person.Email, next })
            mail.Add(filing.Db, address, Subject(filing.Program), $"担当者のメールアドレスの変更が終わりました。これからのご連絡と手続きのリンクは、新しいアドレスにお送りします。\n\n{SuggestedMails.Signature(filing.Program)}", filing.Now);
    }

    async Task MailAsync(CmsDb db, ProgramSettings program, MemberRecord member, MemberContact contact, string address, string what, DateTimeOffset now, CancellationToken ct)
    {
        var link = await tickets.IssueAsync(db, program, new TicketHolder(address, member.Name, member.Id, contact.Id, null),
            [new TicketAction("address", MailAddressChange.Name, null, "メールアドレスの変更を確認する", null, [], [])], now, ct);
        mail.Add(db, address, Subject(program), $"{what}\n\n{Tickets.Words(link, "変更を確認するページ")}\n\n{SuggestedMails.Signature(program)}", now);
    }

    static string Subject(ProgramSettings program) => $"【{program.Name}】担当者のメールアドレスの変更";

    static Place Place(Guid change) => new("contact_address_changes", change, "address");
}
