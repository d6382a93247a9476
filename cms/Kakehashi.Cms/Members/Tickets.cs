using System.Security.Cryptography;
using System.Text.Json;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>To whom a link is mailed, and what it is about.</summary>
/// <param name="Address">The one address to which it goes.</param>
/// <param name="Greeting">Organisation, shown on the page; may be empty, never a person's name.</param>
public sealed record TicketHolder(string Address, string Greeting, Guid? MemberId, Guid? ContactId, Guid? SubmissionId);

/// <summary>Links by mail in place of accounts. The key stands in the mail alone; what it opens lies as ciphertext in the inbox.</summary>
public sealed class Tickets(InboxDirectory inbox, BlindIndex index, CmsOptions options)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Makes a link in the caller's transaction. Should that be rolled back, the file is left that nobody can open, and swept.</summary>
    /// <param name="actions">At least one.</param>
    /// <param name="until">Last instant of use; null = after <see cref="Lifetime"/>.</param>
    public async Task<Uri> IssueAsync(CmsDb db, ProgramSettings program, TicketHolder holder, IReadOnlyList<TicketAction> actions, DateTimeOffset now, CancellationToken ct, DateTimeOffset? until = null)
    {
        var link = TicketLink.Create();
        var expires = until?.ToUniversalTime() ?? now + Lifetime;
        expires = new DateTimeOffset(expires.UtcTicks - expires.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
        db.Tickets.Add(new TicketRecord
        {
            Id = link.Id,
            KeyHash = link.KeyHash(),
            Forms = string.Join(',', actions.Select(action => action.Form).Distinct(StringComparer.Ordinal)),
            MemberId = holder.MemberId,
            ContactId = holder.ContactId,
            SubmissionId = holder.SubmissionId,
            AddressIndex = index.OfEmail(holder.Address),
            CreatedAt = now,
            ExpiresAt = expires,
        });
        var document = JsonSerializer.SerializeToUtf8Bytes(new TicketDocument(expires, holder.Greeting, actions), ContentJson.Options);
        await inbox.WriteTicketAsync(link.Id, link.Seal(document), ct);
        return new Uri(options.PublicSite ?? new Uri(program.Url), $"forms/t/{link}");
    }

    /// <summary>Uses a link up, in the caller's transaction.</summary>
    /// <param name="at">When the submission that carries it was accepted: the CMS may be late, the visitor was not.</param>
    /// <returns>Null where it is unknown, of another key, used, expired at that instant, or for other forms.</returns>
    public static async Task<TicketRecord?> UseAsync(CmsDb db, TicketProof proof, string form, DateTimeOffset at, DateTimeOffset now, CancellationToken ct)
    {
        if (TicketLink.Parse($"{proof.Id}.{proof.Key}") is not { } link) return null;
        var ticket = await db.Tickets.FromSql($"SELECT * FROM tickets WHERE id = {link.Id} FOR UPDATE").AsTracking().SingleOrDefaultAsync(ct);
        if (ticket is null || !CryptographicOperations.FixedTimeEquals(ticket.KeyHash, link.KeyHash())) return null;
        if (ticket.UsedAt is not null || ticket.ExpiresAt < at || !ticket.Forms.Split(',').Contains(form)) return null;
        ticket.UsedAt = now;
        return ticket;
    }

    /// <summary>Notes that whoever used a link has the mailbox that it was mailed to.</summary>
    public static async Task ConfirmContactAsync(CmsDb db, TicketRecord ticket, DateTimeOffset now, CancellationToken ct) =>
        await db.MemberContacts.Where(contact => contact.Id == ticket.ContactId && contact.AddressIndex == ticket.AddressIndex && contact.ConfirmedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(contact => contact.ConfirmedAt, now), ct);

    /// <summary>How a mail tells a link.</summary>
    public static string Words(Uri link, string what) => $"{what}（24時間使えます。一度だけ送信できます）\n{link}";
}
