namespace Kakehashi.Cms.Mail;

/// <summary>A message that waits to be sent.</summary>
public sealed class OutgoingMail
{
    public required Guid Id { get; init; }

    /// <summary>Address; empty where it stands in <see cref="Sealed"/>.</summary>
    public required string Recipient { get; init; }

    /// <summary>Never personal.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text, LF line ends; empty where it stands in <see cref="Sealed"/>.</summary>
    public required string Body { get; init; }

    /// <summary>Ciphertext of <see cref="PersonalMessage"/> for mails to visitors and members; null for mails to staff, and once deleted.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>Goes to somebody who is not staff, so that recipient and text are personal data.</summary>
    public bool Personal { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Next try, UTC; null once it was sent or given up.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>UTC; null until it was handed over.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Tries so far.</summary>
    public int Tries { get; set; }
}

/// <summary>What is personal in a mail.</summary>
public sealed record PersonalMessage(string Recipient, string Body);
