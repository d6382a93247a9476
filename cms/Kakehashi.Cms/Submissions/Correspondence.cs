using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>Mails to those who sent something. They join the caller's transaction.</summary>
public sealed class Correspondence(PersonalMail mail, MemberContacts contacts)
{
    /// <summary>The address to answer to: of the contact whose link was used, otherwise the one that was answered; null for none.</summary>
    public async Task<string?> AddressOfAsync(CmsDb db, SubmissionRecord record, Submission submission, CancellationToken ct)
    {
        if (submission.Ticket is { Id: var id } && await db.Tickets.AsNoTracking().SingleOrDefaultAsync(ticket => ticket.Id == id, ct) is { ContactId: { } contact }
            && await contacts.FindAsync(db, contact, ct) is { } person) return person.Email;
        if (Answered(submission) is { } answered && (record.MemberId is null || submission.Ticket is null)) return answered;
        return record.MemberId is { } member ? (await contacts.OfAsync(db, member, ct)).Select(one => one.Person.Email).FirstOrDefault() ?? Answered(submission) : null;
    }

    /// <summary>Subject of mails about a submission: programme, form, receipt number.</summary>
    public string SubjectOf(ProgramSettings program, SubmissionRecord record) =>
        $"【{program.Name}】{FormCatalogue.Labels.GetValueOrDefault(record.Form, "受付")}（受付番号 {Readable(record.Receipt)}）";

    /// <inheritdoc cref="PersonalMail.Add"/>
    public void Write(CmsDb db, string recipient, string subject, string text, DateTimeOffset now) => mail.Add(db, recipient, subject, text, now);

    /// <summary>A receipt number as people read it.</summary>
    public static string Readable(string receipt) => ReceiptNumber.TryParse(receipt, out var number) ? number.ToString() : receipt;

    static string? Answered(Submission submission) =>
        AnswerInput.Email(submission.Answers.Text("email")) ?? submission.Answers.Entries("contacts").Select(contact => AnswerInput.Email(contact.Text("email"))).FirstOrDefault(address => address is not null);
}
