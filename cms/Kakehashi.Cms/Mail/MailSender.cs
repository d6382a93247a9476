using System.Net;
using System.Net.Mail;
using System.Text;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Mail;

/// <summary>Sends what stands in the outbox; several processes may run it. Without a mail server, messages become <c>.eml</c> files.</summary>
public sealed class MailSender(IDbContextFactory<CmsDb> databases, CmsOptions options, TimeProvider time, ILogger<MailSender> log)
    : DueWork(TimeSpan.FromSeconds(2), log)
{
    /// <summary>After so many tries, about a day and a half, a message stays unsent.</summary>
    public const int MaxTries = 12;

    protected override async Task<bool> RunOneAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Outbox.FromSql($"SELECT * FROM outbox WHERE due_at <= {now} ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED").ToListAsync(ct);
        if (due is not [var mail]) return false;
        mail.Tries++;
        try
        {
            await HandOverAsync(mail, ct);
            (mail.SentAt, mail.DueAt) = (now, null);
        }
        catch (Exception exception) when (exception is SmtpException or IOException or FormatException)
        {
            // Neither address nor text: logs hold no personal data.
            log.LogWarning("Mail {Id} was not sent, try {Try} ({Reason}).", mail.Id, mail.Tries, exception.GetType().Name);
            mail.DueAt = mail.Tries < MaxTries ? now + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, mail.Tries - 1), 360)) : null;
        }
        // What was handed over is noted, even while the host stops.
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    async Task HandOverAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = new MailMessage(options.MailFrom, mail.Recipient, mail.Subject, mail.Body)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id:n}@{message.From!.Host}>");
        using var smtp = new SmtpClient();
        if (options.SmtpHost is { } host)
        {
            (smtp.Host, smtp.Port, smtp.EnableSsl) = (host, options.SmtpPort, options.SmtpTls);
            if (options.SmtpUser is { } user) smtp.Credentials = new NetworkCredential(user, options.SmtpPassword);
        }
        else
        {
            smtp.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
            smtp.PickupDirectoryLocation = Directory.CreateDirectory(Path.Combine(options.DataDirectory, "mail")).FullName;
        }
        await smtp.SendMailAsync(message, ct);
    }
}
