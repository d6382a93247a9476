using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;

namespace Kakehashi.Cms.Mail;

/// <summary>Mails to people outside the office: recipient and text are kept unreadable in the outbox, because they are personal and may hold a link's key.</summary>
public sealed class PersonalMail(PersonalCipher cipher)
{
    /// <summary>Puts a message into the outbox, in the caller's transaction.</summary>
    /// <param name="recipient">One address.</param>
    /// <param name="subject">Nothing personal. Control characters become blanks, so that no header can be added.</param>
    /// <param name="text">Plain text.</param>
    public void Add(CmsDb db, string recipient, string subject, string text, DateTimeOffset now)
    {
        if (recipient.Any(char.IsControl)) throw new ArgumentException("An address is one line.", nameof(recipient));
        var id = Guid.CreateVersion7(now);
        db.Outbox.Add(new OutgoingMail
        {
            Id = id,
            Recipient = "",
            Subject = string.Concat(subject.Select(letter => char.IsControl(letter) ? ' ' : letter)),
            Body = "",
            Sealed = cipher.SealJson(new PersonalMessage(recipient, text.ReplaceLineEndings("\n")), Place(id)),
            Personal = true,
            CreatedAt = now,
            DueAt = now,
        });
    }

    /// <summary>Recipient and text of any message; empty once they were deleted.</summary>
    /// <exception cref="UnreadablePersonalDataException">Their key is missing, or they were changed.</exception>
    public PersonalMessage Open(OutgoingMail mail) =>
        mail.Sealed is { } kept ? cipher.OpenJson<PersonalMessage>(kept, Place(mail.Id)) : new PersonalMessage(mail.Recipient, mail.Body);

    static Place Place(Guid id) => new("outbox", id, "sealed");
}
