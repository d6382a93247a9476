namespace Kakehashi.Content.Forms;

/// <summary>The directories between the forms process, which only adds, and the CMS, which takes away. Maildir's protocol: whole in <see cref="New"/> or not there.</summary>
public static class Inbox
{
    /// <summary>Submissions being written.</summary>
    public const string Tmp = "tmp";

    /// <summary>Accepted submissions, one file each, named by receipt number without hyphens.</summary>
    public const string New = "new";

    /// <summary>Submissions that the CMS has filed.</summary>
    public const string Done = "done";

    /// <summary>Submissions that nobody can open or read.</summary>
    public const string Broken = "broken";

    /// <summary>Attachments of visitors who have not sent yet.</summary>
    public const string Held = "held";

    /// <summary>Attachments of accepted submissions.</summary>
    public const string Files = "files";

    /// <summary>Ciphertext of links, written by the CMS.</summary>
    public const string Tickets = "tickets";

    /// <summary>Ids of links that were used.</summary>
    public const string UsedTickets = "tickets/used";

    /// <summary>Public keys of the CMS (JWKS, RFC 7517), the current one first; written by the CMS.</summary>
    public const string Keys = "keys.json";

    /// <summary>Every directory, relative to the inbox.</summary>
    public static IReadOnlyList<string> Directories { get; } = [Tmp, New, Done, Broken, Held, Files, Tickets, UsedTickets];
}
