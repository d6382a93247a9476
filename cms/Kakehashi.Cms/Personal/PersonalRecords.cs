using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Personal;

/// <summary>Everything that is known of one person, by e-mail address: to be handed to that person, or deleted at its wish (F12; 個人情報保護法 33条・35条).</summary>
public sealed class PersonalRecords(
    IDbContextFactory<CmsDb> databases, BlindIndex index, MemberContacts contacts, SubmissionVault vault, SubmissionErasure erasure, PersonalMail mail, ViewLog views, AuditTrail audit, TimeProvider time)
{
    /// <summary>All of it as one JSON object: <c>contacts</c>, <c>submissions</c>, <c>mails</c>. Noted as a look at each.</summary>
    /// <param name="address">As typed; case and width do not matter.</param>
    /// <returns>Null where the actor may not, or the text is no address.</returns>
    public async Task<JsonObject?> ExportAsync(string address, Actor actor, CancellationToken ct)
    {
        if (!MayHandle(actor) || AnswerInput.Email(address) is not { } email) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = await ContactsAsync(db, email, ct);
        var submissions = await SubmissionsAsync(db, email, ct);
        var mails = await MailsAsync(db, email, ct);
        await views.NoteAsync(actor, [.. known.Select(one => $"member:{one.Contact.MemberId}").Distinct(StringComparer.Ordinal), .. submissions.Select(one => $"submission:{one.Id}"), .. mails.Select(one => $"mail:{one.Mail.Id}")], "本人への開示", ct);
        return new JsonObject
        {
            ["address"] = email,
            ["contacts"] = new JsonArray([.. known.Select(one => (JsonNode)new JsonObject
            {
                ["member"] = one.Contact.MemberId.ToString(), ["name"] = one.Person.Name, ["kana"] = one.Person.Kana, ["department"] = one.Person.Department,
                ["email"] = one.Person.Email, ["telephone"] = one.Person.Telephone, ["mailing"] = one.Contact.Mailing,
            })]),
            ["submissions"] = new JsonArray([.. submissions.Select(one => (JsonNode)new JsonObject
            {
                ["receipt"] = Correspondence.Readable(one.Receipt), ["form"] = FormCatalogue.Labels.GetValueOrDefault(one.Form, one.Form), ["state"] = one.State.Label(),
                ["receivedAt"] = JapaneseTime.Format(one.ReceivedAt), ["answers"] = vault.Open(one)?.Answers.DeepClone(),
            })]),
            ["mails"] = new JsonArray([.. mails.Select(one => (JsonNode)new JsonObject { ["at"] = JapaneseTime.Format(one.Mail.CreatedAt), ["subject"] = one.Mail.Subject, ["text"] = one.Said.Body })]),
        };
    }

    /// <summary>Deletes everything of one person that no open procedure needs, in one transaction.</summary>
    /// <returns>Null when done; otherwise what has to be ended first, in Japanese.</returns>
    public async Task<string?> DeleteAsync(string address, Actor actor, CancellationToken ct)
    {
        if (!MayHandle(actor)) return "個人情報の消去は事務局の役割で行えます。";
        if (AnswerInput.Email(address) is not { } email) return "メールアドレスを確かめてください。";
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (now, submissions) = (time.GetUtcNow(), await SubmissionsAsync(db, email, ct));
        if (submissions.Find(one => MemberSubmission.Waits(one.State)) is { } open)
            return $"受付番号 {Correspondence.Readable(open.Receipt)}（{open.State.Label()}）の手続きが終わっていません。先に、却下・取消し・完了のどれかにしてください。";
        var known = await ContactsAsync(db, email, ct);
        foreach (var contact in known)
            if (await db.Members.AnyAsync(member => member.Id == contact.Contact.MemberId && member.State == MemberState.Active, ct)
                && !await db.MemberContacts.AnyAsync(other => other.MemberId == contact.Contact.MemberId && other.Id != contact.Contact.Id && other.DeleteAt == null, ct))
                return "会員のただ一人の担当者です。先に、担当者の変更か退会の手続きをしてください。";
        // Links first, as whoever comes by one: it waits for its submission.
        var entry = index.OfEmail(email);
        await db.Tickets.Where(ticket => ticket.AddressIndex == entry).ExecuteDeleteAsync(ct);
        foreach (var record in submissions)
        {
            await erasure.EraseAsync(db, record, now, ct);
            await db.SaveChangesAsync(ct);
        }
        db.MemberContacts.RemoveRange(known.Select(contact => contact.Contact));
        foreach (var (sent, _) in await MailsAsync(db, email, ct)) (sent.Sealed, sent.DueAt) = (null, null);
        await db.SaveChangesAsync(ct);
        await audit.AppendAsync(db, actor, "personal.delete", [.. submissions.Select(one => ($"submission:{one.Id}", (JsonObject?)null)), .. known.Select(one => ($"member:{one.Contact.MemberId}", (JsonObject?)null))], ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    static bool MayHandle(Actor actor) => actor.Roles.Contains(Role.Secretariat);

    async Task<List<OpenContact>> ContactsAsync(CmsDb db, string email, CancellationToken ct)
    {
        var entry = index.OfEmail(email);
        var found = await db.MemberContacts.AsTracking().Where(contact => contact.AddressIndex == entry).OrderBy(contact => contact.Id).ToListAsync(ct);
        return [.. found.Select(contact => new OpenContact(contact, contacts.Open(contact)))];
    }

    async Task<List<SubmissionRecord>> SubmissionsAsync(CmsDb db, string email, CancellationToken ct)
    {
        var entry = index.OfEmail(email);
        return await db.Submissions.AsTracking().Where(one => one.AddressIndex == entry).OrderBy(one => one.ReceivedAt).ThenBy(one => one.Id).ToListAsync(ct);
    }

    // Recipients are not indexed: what is left of the last months is opened one by one.
    async Task<List<(OutgoingMail Mail, PersonalMessage Said)>> MailsAsync(CmsDb db, string email, CancellationToken ct)
    {
        List<(OutgoingMail, PersonalMessage)> found = [];
        await foreach (var sent in db.Outbox.AsTracking().Where(sent => sent.Sealed != null).OrderBy(sent => sent.CreatedAt).AsAsyncEnumerable().WithCancellation(ct))
            if (mail.Open(sent) is var said && string.Equals(said.Recipient, email, StringComparison.OrdinalIgnoreCase)) found.Add((sent, said));
        return found;
    }
}
