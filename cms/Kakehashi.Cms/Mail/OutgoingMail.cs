namespace Kakehashi.Cms.Mail;

/// <summary>A message that waits to be sent.</summary>
public sealed class OutgoingMail
{
    public required Guid Id { get; init; }

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text, LF line ends.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Next try, UTC; null once it was sent or given up.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>UTC; null until it was handed over.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Tries so far.</summary>
    public int Tries { get; set; }
}
