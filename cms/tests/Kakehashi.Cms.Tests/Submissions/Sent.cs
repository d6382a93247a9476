using System.Text.Json.Nodes;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Folder;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Sealing;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests.Submissions;

/// <summary>Submissions as the intake files them, put into the database of an installation.</summary>
static class Sent
{
    /// <summary>Text that every screen, mail and file has to hold back.</summary>
    public const string Hostile = "\"><script>alert(1)</script>'&amp;=HYPERLINK(\"x\")";

    public static ProgramSettings Program { get; } = ProgramFile.Read("program.yaml", Installation.Program).Settings!;

    public static JsonObject Registration(string organisation = "見本測量株式会社", string email = "hanako@sokuryo.example", string? corporateNumber = null) => new()
    {
        ["organisation"] = organisation, ["organisation-kana"] = "みほんそくりょう", ["kind"] = "company", ["corporate-number"] = corporateNumber, ["postal-code"] = "320-0000",
        ["address"] = "見本県架橋市見本町1番1号", ["area"] = "north", ["website"] = "https://www.sokuryo.example/", ["summary"] = "測る会社です。",
        ["strengths"] = new JsonArray("測量"), ["interests"] = new JsonArray("disaster"),
        ["contacts"] = new JsonArray(new JsonObject
        {
            ["person"] = new JsonObject { ["name"] = "見本 花子", ["kana"] = "みほん はなこ" }, ["email"] = email, ["telephone"] = "028-000-0000",
        }),
        ["rules"] = true, ["consent"] = true,
    };

    public static JsonObject Question(string message = "会員になるにはどうすればよいですか。", string email = "taro@shitsumon.example") => new()
    {
        ["topic"] = "membership", ["message"] = message, ["person"] = new JsonObject { ["name"] = "質問 太郎" }, ["email"] = email, ["consent"] = true,
    };

    public static Task<SubmissionRecord> RegistrationAsync(Installation installation, JsonObject? answers = null, SubmissionState state = SubmissionState.Received, int days = 7) =>
        AddAsync(installation, MemberRegistration.For(Program), answers ?? Registration(), state: state, days: days);

    public static Task<SubmissionRecord> InquiryAsync(Installation installation, JsonObject? answers = null, SubmissionState state = SubmissionState.Received, int days = 3) =>
        AddAsync(installation, Inquiry.For(Program), answers ?? Question(), state: state, days: days);

    /// <param name="days">Working days until it is due; 0 = no date.</param>
    public static async Task<SubmissionRecord> AddAsync(
        Installation installation, FormDefinition form, JsonObject answers, string? subject = null, SubmissionState state = SubmissionState.Received, int days = 0, Action<SubmissionRecord>? also = null)
    {
        var (now, id, number) = (installation.Clock.GetUtcNow(), Guid.NewGuid(), ReceiptNumber.FromToken(Guid.NewGuid().ToByteArray()));
        var sent = new Submission { Receipt = number.FileName, Form = form.Name, Subject = subject, ReceivedAt = now.ToOffset(JapaneseTime.Offset), Definition = form, Answers = answers };
        var email = (string?)answers["email"] ?? (string?)answers["contacts"]?[0]?["email"];
        var record = new SubmissionRecord
        {
            Id = id,
            Receipt = number.FileName,
            Form = form.Name,
            Subject = subject,
            State = state,
            Headline = (string?)answers["title"] ?? (string?)answers["organisation"] ?? "",
            Content = installation.Get<SubmissionVault>().Seal(id, sent),
            AddressIndex = email is null ? null : installation.Get<BlindIndex>().OfEmail(email),
            ReceivedAt = now,
            FiledAt = now,
            DueAt = days > 0 ? WorkingDays.DeadlineAfter(now, days).ToUniversalTime() : null,
        };
        also?.Invoke(record);
        await using var db = await installation.DbAsync();
        db.Submissions.Add(record);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return record;
    }
}
