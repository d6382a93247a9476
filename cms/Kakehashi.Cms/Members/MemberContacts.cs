using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>A contact with its person, opened.</summary>
public sealed record OpenContact(MemberContact Contact, ContactPerson Person);

/// <summary>担当者: seals and opens who they are. Whoever opens for a person's eyes notes it in the <see cref="ViewLog"/> first.</summary>
public sealed class MemberContacts(PersonalCipher cipher, BlindIndex index)
{
    /// <summary>A new contact, not yet added.</summary>
    public MemberContact Create(Guid member, int position, ContactPerson person, bool mailing, DateTimeOffset? confirmed, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            Id = id,
            MemberId = member,
            Position = position,
            Person = cipher.SealJson(person, Place(id)),
            AddressIndex = index.OfEmail(person.Email),
            Mailing = mailing,
            ConfirmedAt = confirmed,
        };
    }

    /// <summary>Replaces who a contact is; its address index follows.</summary>
    public void Change(MemberContact contact, ContactPerson person) =>
        (contact.Person, contact.AddressIndex) = (cipher.SealJson(person, Place(contact.Id)), index.OfEmail(person.Email));

    public ContactPerson Open(MemberContact contact) => cipher.OpenJson<ContactPerson>(contact.Person, Place(contact.Id));

    /// <summary>Contacts in use of a member, in its order; tracked.</summary>
    public async Task<IReadOnlyList<OpenContact>> OfAsync(CmsDb db, Guid member, CancellationToken ct)
    {
        var contacts = await db.MemberContacts.AsTracking().Where(contact => contact.MemberId == member && contact.DeleteAt == null).OrderBy(contact => contact.Position).ThenBy(contact => contact.Id).ToListAsync(ct);
        return [.. contacts.Select(contact => new OpenContact(contact, Open(contact)))];
    }

    /// <summary>Contacts in use with that address, whatever their member; tracked.</summary>
    public async Task<IReadOnlyList<OpenContact>> WithAddressAsync(CmsDb db, string address, CancellationToken ct)
    {
        var entry = index.OfEmail(address);
        var contacts = await db.MemberContacts.AsTracking().Where(contact => contact.AddressIndex == entry && contact.DeleteAt == null).OrderBy(contact => contact.Id).ToListAsync(ct);
        return [.. contacts.Select(contact => new OpenContact(contact, Open(contact)))];
    }

    /// <summary>The person, or null where the contact is gone.</summary>
    public async Task<ContactPerson?> FindAsync(CmsDb db, Guid contact, CancellationToken ct) =>
        await db.MemberContacts.SingleOrDefaultAsync(one => one.Id == contact, ct) is { } found ? Open(found) : null;

    internal static Place Place(Guid contact) => new("member_contacts", contact, "person");
}
