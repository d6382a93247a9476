using Kakehashi.Cms.Members;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Intake;

/// <summary>One submission on its way into the database.</summary>
/// <param name="Db">In the transaction that files it.</param>
/// <param name="Record">Its row, already added.</param>
/// <param name="Ticket">The link by which it came, just used up; null for open forms.</param>
/// <param name="Address">The sender's address; null for none.</param>
/// <param name="MayMail">This address has not had its share of mails yet. Where false, nothing may be mailed to it.</param>
public sealed record Filing(CmsDb Db, SubmissionRecord Record, Submission Submission, ProgramSettings Program, TicketRecord? Ticket, string? Address, bool MayMail, DateTimeOffset Now)
{
    /// <summary>Where <see cref="Reply"/> goes; null for nowhere.</summary>
    public string? Address { get; set; } = Address;

    /// <summary>Text that is mailed to <see cref="Address"/>; null = no mail. At first the form's own acknowledgement.</summary>
    public string? Reply { get; set; }

    /// <summary>Files that came with it, in the order of the questions; already added.</summary>
    public IReadOnlyList<SubmissionFile> Files { get; init; } = [];
}
