using System.Net;
using System.Net.Mail;
using System.Text;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Mail;

/// <summary>Sends what stands in the outbox; several processes may run it. Without a mail server, messages become <c>.eml</c> files.</summary>
public sealed class MailSender(IDbContextFactory<CmsDb> databases, CmsOptions options, PersonalMail personal, TimeProvider time, ILogger<MailSender> log)
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
        catch (Exception exception) when (exception is SmtpException or IOException or FormatException or UnreadablePersonalDataException)
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
        var (recipient, body) = personal.Open(mail);
        using var message = new MailMessage(options.MailFrom, recipient, mail.Subject, body)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id:n}@{message.From!.Host}>");
        if (mail.Personal) message.Headers.Add("Auto-Submitted", "auto-generated");
        if (options.SmtpHost is { } host) await SendAsync(message, host, ct);
        else await FileAsync(message, mail.Id, ct);
    }

    async Task SendAsync(MailMessage message, string host, CancellationToken ct)
    {
        using var smtp = new SmtpClient(host, options.SmtpPort) { EnableSsl = options.SmtpTls };
        if (options.SmtpUser is { } user) smtp.Credentials = new NetworkCredential(user, options.SmtpPassword);
        await smtp.SendMailAsync(message, ct);
    }

    // Whoever watches the folder sees whole messages only, each once.
    async Task FileAsync(MailMessage message, Guid id, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.DataDirectory, "mail"));
        var unfinished = folder.CreateSubdirectory($"unfinished-{id:n}");
        using var smtp = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = unfinished.FullName };
        await smtp.SendMailAsync(message, ct);
        unfinished.EnumerateFiles("*.eml").MaxBy(file => file.LastWriteTimeUtc)!.MoveTo(Path.Combine(folder.FullName, $"{id:n}.eml"), overwrite: true);
        unfinished.Delete(recursive: true);
    }
}
