using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Intake;

/// <summary>How many mails strangers may cause to one address: nobody's mailbox can be flooded through a form.</summary>
static class MailShare
{
    /// <summary>Within an hour.</summary>
    public const int AnHour = 3;

    /// <summary>Within 24 hours.</summary>
    public const int ADay = 10;

    /// <summary>Whether the submission that is being filed may still be answered by mail. Two for the same address wait for each other.</summary>
    /// <param name="receivedAt">The sender's time counts, not that of a CMS which was down.</param>
    public static async Task<bool> AllowsAsync(CmsDb db, ProgramSettings program, byte[] address, DateTimeOffset receivedAt, CancellationToken ct)
    {
        // Whoever came by a link has the mailbox, and is no stranger to it.
        List<string> byLink = [.. FormCatalogue.For(program).Where(form => form.Access == FormAccess.Ticket).Select(form => form.Name)];
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('mail share ' || encode({address}, 'hex'), 0))", ct);
        var (hour, day) = (receivedAt.AddHours(-1), receivedAt.AddDays(-1));
        var before = await db.Submissions.Where(one => one.AddressIndex == address && one.ReceivedAt > day)
            .Where(one => !byLink.Contains(one.Form) || one.State == SubmissionState.Refused)
            .Select(one => one.ReceivedAt).ToListAsync(ct);
        return before.Count < ADay && before.Count(at => at > hour) < AnHour;
    }
}
