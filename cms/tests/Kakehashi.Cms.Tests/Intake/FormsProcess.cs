using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Intake;

/// <summary>Does to the inbox what the forms process does, with nothing but what the inbox holds; and reads the mails that come of it.</summary>
sealed partial class FormsProcess(Installation cms)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public InboxDirectory Inbox => cms.Get<InboxDirectory>();

    /// <summary>Starts the CMS's side: directories and keys.</summary>
    public async Task StartAsync()
    {
        Inbox.Prepare();
        await cms.Get<SealingKeys>().PublishAsync(Ct);
    }

    public static JsonObject Contact(string email = "hanako@maker.example", string name = "見本 花子") =>
        new() { ["person"] = new JsonObject { ["name"] = name, ["kana"] = "みほん はなこ" }, ["email"] = email, ["telephone"] = "090-0000-0000", ["department"] = "営業部" };

    public static JsonObject Registration(string organisation = "架橋システム株式会社", params JsonObject[] contacts) => new()
    {
        ["organisation"] = organisation, ["organisation-kana"] = "かけはししすてむ", ["kind"] = "company", ["postal-code"] = "320-0000", ["address"] = "栃木県架橋市見本町1番1号",
        ["area"] = "north", ["website"] = "https://www.maker.example/", ["summary"] = "道路を見守る会社です。", ["strengths"] = new JsonArray("AI", "センサー"),
        ["contacts"] = new JsonArray([.. (contacts.Length == 0 ? [Contact()] : contacts).Select(contact => (JsonNode)contact)]), ["rules"] = true, ["consent"] = true, ["mailing"] = true,
    };

    public static JsonObject Seed(string title = "道路のひびを見つけるAI") => new()
    {
        ["title"] = title, ["kana"] = "どうろ", ["summary"] = "カメラで見つけます。", ["fieldOfWork"] = "disaster", ["technologies"] = new JsonArray("AI"),
        ["problem"] = "道路のひびが多い。", ["how"] = "カメラで撮ります。", ["cost"] = "free", ["leadTime"] = "約2か月", ["consent"] = true,
    };

    public static JsonObject Question(string email = "taro@visitor.example") => new()
    {
        ["topic"] = "other", ["message"] = "登録の方法を教えてください。", ["person"] = new JsonObject { ["name"] = "質問 太郎" }, ["email"] = email, ["consent"] = true,
    };

    public async Task<FormDefinition> FormAsync(string name) => FormCatalogue.For(await cms.Get<ProgramStore>().CurrentAsync(Ct)).Single(form => form.Name == name);

    public async Task<Submission> MakeAsync(string form, JsonObject answers, TicketLink? ticket = null, string? subject = null, params SubmittedFile[] files) => new()
    {
        Receipt = ReceiptNumber.FromToken(RandomNumberGenerator.GetBytes(16)).FileName,
        Form = form,
        Subject = subject,
        ReceivedAt = new DateTimeOffset(cms.Clock.GetUtcNow().Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero),
        Definition = await FormAsync(form),
        Answers = answers,
        Files = files,
        Ticket = ticket is null ? null : new TicketProof(ticket.Id, Base64Url.EncodeToString(ticket.Key)),
    };

    /// <summary>Accepts a submission: one sealed file in the inbox.</summary>
    public async Task<string> AcceptAsync(Submission submission)
    {
        var key = KeySet.Parse(await File.ReadAllBytesAsync(Inbox.Of(Content.Forms.Inbox.Keys), Ct)).Current;
        await File.WriteAllTextAsync(Inbox.Of(Content.Forms.Inbox.New, submission.Receipt), Envelope.Seal(JsonSerializer.SerializeToUtf8Bytes(submission, ContentJson.Options), key), Encoding.ASCII, Ct);
        return submission.Receipt;
    }

    public async Task<string> AcceptAsync(string form, JsonObject answers, TicketLink? ticket = null, string? subject = null, params SubmittedFile[] files) =>
        await AcceptAsync(await MakeAsync(form, answers, ticket, subject, files));

    /// <summary>Seals an attachment as it streams in.</summary>
    public async Task<SubmittedFile> AttachAsync(string question, string name, byte[] content)
    {
        var (id, key) = (Guid.NewGuid().ToString("n"), RandomNumberGenerator.GetBytes(SealedFile.KeyBytes));
        await using (var file = File.Create(Inbox.Of(Content.Forms.Inbox.Files, id))) await SealedFile.SealAsync(new MemoryStream(content), file, key, Ct);
        var secret = new HeldFileSecret(id, Base64Url.EncodeToString(key), name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
        var current = KeySet.Parse(await File.ReadAllBytesAsync(Inbox.Of(Content.Forms.Inbox.Keys), Ct)).Current;
        return new SubmittedFile(question, Envelope.Seal(JsonSerializer.SerializeToUtf8Bytes(secret, ContentJson.Options), current), null);
    }

    /// <summary>The CMS empties the inbox.</summary>
    public async Task RunAsync()
    {
        await cms.Get<InboxWork>().RunDueAsync(Ct);
        // What follows is later.
        cms.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    /// <summary>Accepts and files; the row.</summary>
    public async Task<SubmissionRecord> FileAsync(string form, JsonObject answers, TicketLink? ticket = null, string? subject = null, params SubmittedFile[] files)
    {
        var receipt = await AcceptAsync(form, answers, ticket, subject, files);
        await RunAsync();
        return await FindAsync(receipt);
    }

    public async Task<SubmissionRecord> FindAsync(string receipt)
    {
        await using var db = await cms.DbAsync();
        return await db.Submissions.AsNoTracking().SingleAsync(one => one.Receipt == receipt, Ct);
    }

    public async Task<SubmissionRecord> FindAsync(Guid id)
    {
        await using var db = await cms.DbAsync();
        return await db.Submissions.AsNoTracking().SingleAsync(one => one.Id == id, Ct);
    }

    /// <summary>Mails to people outside, oldest first.</summary>
    public async Task<List<(string To, string Subject, string Body)>> MailsAsync(string? to = null)
    {
        await using var db = await cms.DbAsync();
        var mails = await db.Outbox.AsNoTracking().Where(mail => mail.Personal).OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync(Ct);
        return [.. mails.Select(mail => (Said: cms.Get<PersonalMail>().Open(mail), mail.Subject)).Where(mail => to is null || mail.Said.Recipient == to).Select(mail => (mail.Said.Recipient, mail.Subject, mail.Said.Body))];
    }

    /// <summary>The newest link that was mailed to an address.</summary>
    public async Task<TicketLink> LinkAsync(string to) => LinkIn((await MailsAsync(to)).Last(mail => Link().IsMatch(mail.Body)).Body);

    public static TicketLink LinkIn(string body) => TicketLink.Parse(Link().Match(body).Groups[1].Value)!;

    /// <summary>What a link opens, read as the forms process reads it.</summary>
    public async Task<TicketDocument> OpenAsync(TicketLink link) =>
        JsonSerializer.Deserialize<TicketDocument>(link.Open(await File.ReadAllBytesAsync(Inbox.Of(Content.Forms.Inbox.Tickets, link.Id), Ct)), ContentJson.Options)!;

    /// <summary>A member, from its form to the approval.</summary>
    public async Task<SubmissionRecord> JoinAsync(string organisation = "架橋システム株式会社", params JsonObject[] contacts)
    {
        var record = await VerifiedAsync(Registration(organisation, contacts));
        Assert.IsType<Decision.Done>(await cms.Get<SubmissionDesk>().ApproveAsync(record.Id, cms.Secretariat, null, Ct));
        return await FindAsync(record.Id);
    }

    /// <summary>A registration whose address was confirmed.</summary>
    public async Task<SubmissionRecord> VerifiedAsync(JsonObject answers)
    {
        var record = await FileAsync(MemberRegistration.Name, answers);
        await FileAsync(MailVerification.Name, [], await LinkAsync((string)answers["contacts"]![0]!["email"]!));
        return await FindAsync(record.Id);
    }

    /// <summary>A member's link.</summary>
    public async Task<TicketLink> MyLinkAsync(string email)
    {
        cms.Clock.Advance(TimeSpan.FromDays(2));
        await FileAsync(MemberLink.Name, new JsonObject { ["email"] = email });
        return await LinkAsync(email);
    }

    [GeneratedRegex(@"/forms/t/([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
