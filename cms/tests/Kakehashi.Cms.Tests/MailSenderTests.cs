using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests;

public sealed class MailSenderTests(Cluster cluster) : IAsyncLifetime
{
    readonly Installation cms = new(cluster);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => cms.InitializeAsync();

    public ValueTask DisposeAsync() => cms.DisposeAsync();

    [Fact]
    public async Task Without_a_mail_server_messages_become_files_and_go_once()
    {
        var item = await cms.CreateAsync("mailed");
        await cms.Get<MailSender>().RunDueAsync(Ct);
        var mail = Path.Combine(cms.Options.DataDirectory, "mail");
        var before = Directory.GetFiles(mail).Length;
        Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, cms.Editor, Ct));
        Assert.Equal(1, await cms.Get<MailSender>().RunDueAsync(Ct));
        Assert.Equal(0, await cms.Get<MailSender>().RunDueAsync(Ct));
        Assert.Equal(before + 1, Directory.GetFiles(mail).Length);
        Assert.Contains("To: ken@office.example", await File.ReadAllTextAsync(Directory.GetFiles(mail).MaxBy(File.GetCreationTimeUtc)!, Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_tried_again_later_and_then_given_up()
    {
        await cms.Get<MailSender>().RunDueAsync(Ct);
        // A file where the mail folder should be.
        Directory.Delete(Path.Combine(cms.Options.DataDirectory, "mail"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(cms.Options.DataDirectory, "mail"), "", Ct);
        var item = await cms.CreateAsync("unsent");
        Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, cms.Editor, Ct));
        await cms.Get<MailSender>().RunDueAsync(Ct);
        var first = await WaitingAsync();
        Assert.Equal((1, cms.Clock.GetUtcNow().AddMinutes(1)), (first.Tries, first.DueAt));
        cms.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await cms.Get<MailSender>().RunDueAsync(Ct));
        for (var tries = 1; tries < MailSender.MaxTries; tries++)
        {
            cms.Clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(1, await cms.Get<MailSender>().RunDueAsync(Ct));
        }
        Assert.Null((await WaitingAsync()).DueAt);
    }

    [Fact]
    public async Task With_a_mail_server_messages_go_there_in_japanese()
    {
        await cms.Get<MailSender>().RunDueAsync(Ct);
        using var sink = new SmtpSink();
        var sender = new MailSender(cms.Get<IDbContextFactory<Store.CmsDb>>(), cms.Options with { SmtpHost = "127.0.0.1", SmtpPort = sink.Port }, cms.Get<PersonalMail>(), cms.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<MailSender>.Instance);
        var item = await cms.CreateAsync("sent");
        Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, cms.Editor, Ct));
        Assert.Equal(1, await sender.RunDueAsync(Ct));
        var message = await sink.Message;
        Assert.Contains("To: ken@office.example", message, StringComparison.Ordinal);
        Assert.Contains("Subject: =?utf-8?", message, StringComparison.Ordinal);
        await using var db = await cms.DbAsync();
        Assert.False(await db.Outbox.AnyAsync(mail => mail.SentAt == null, Ct));
    }

    async Task<OutgoingMail> WaitingAsync()
    {
        await using var db = await cms.DbAsync();
        return await db.Outbox.AsNoTracking().SingleAsync(mail => mail.SentAt == null, Ct);
    }
}
