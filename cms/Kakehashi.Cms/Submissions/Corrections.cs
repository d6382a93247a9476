using System.Text.Json.Nodes;
using Kakehashi.Cms.Members;
using Kakehashi.Content.Forms;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>The way back for what was returned: a link that opens the form with the answers, the files and the note.</summary>
public sealed class Corrections(Tickets tickets, Correspondence correspondence, SubmissionVault vault)
{
    /// <summary>Issues the link and mails it, in the caller's transaction.</summary>
    /// <returns>Null, or why it is not possible.</returns>
    public async Task<Decision?> OfferAsync(Approval step, Submission submission, string note, string mailText, CancellationToken ct)
    {
        if (mailText.Length is 0 or > 8_000) return new Decision.Invalid([new("mail", "メールの文を8000字以内で入力してください。")]);
        if (await correspondence.AddressOfAsync(step.Db, step.Record, submission, ct) is not { } address)
            return new Decision.Invalid([new("mail", "送り先のメールアドレスがないため、差戻しできません。電話などでお知らせして、却下または取消しにしてください。")]);
        var contact = submission.Ticket is { Id: var id } ? await step.Db.Tickets.Where(ticket => ticket.Id == id).Select(ticket => ticket.ContactId).SingleOrDefaultAsync(ct) : null;
        var link = await tickets.IssueAsync(step.Db, step.Program, new TicketHolder(address, step.Record.Headline, step.Record.MemberId, contact, step.Record.Id),
            [await ActionAsync(step.Db, step.Record, submission, note, ct)], step.Now, ct);
        correspondence.Write(step.Db, address, correspondence.SubjectOf(step.Program, step.Record), $"{mailText}\n\n{Tickets.Words(link, "直すページ")}", step.Now);
        step.Db.Add(vault.Line(step.Record.Id, step.Now, step.Actor.Id, SubmissionEventKind.Mail, mailText));
        return null;
    }

    /// <summary>What a link offers for a returned submission.</summary>
    internal async Task<TicketAction> ActionAsync(Store.CmsDb db, SubmissionRecord record, Submission submission, string? note, CancellationToken ct)
    {
        var files = await db.SubmissionFiles.AsNoTracking().Where(file => file.SubmissionId == record.Id && file.Key != null).OrderBy(file => file.Id).ToListAsync(ct);
        List<KeptFile> kept = [.. files.Select(file => new KeptFile(file.Question, file.Id.ToString("n"), vault.NameOf(file) ?? "", file.Bytes))];
        var media = submission.Files.Where(file => file.Kept is not null && !Guid.TryParseExact(file.Kept, "n", out _)).ToList();
        var names = media.Select(file => file.Kept!).ToList();
        var records = await db.Media.AsNoTracking().Where(one => names.Contains(one.Name)).ToDictionaryAsync(one => one.Name, StringComparer.Ordinal, ct);
        kept.AddRange(media.Where(file => records.ContainsKey(file.Kept!)).Select(file => new KeptFile(file.Question, file.Kept!, records[file.Kept!].Title ?? file.Kept!, records[file.Kept!].Bytes)));
        return new TicketAction("mend", record.Form, record.Subject, $"「{FormCatalogue.Labels.GetValueOrDefault(record.Form, "申込み")}」を直す", note, Prefilled(submission), kept);
    }

    // Consent is given anew with what is sent anew.
    static JsonObject Prefilled(Submission submission)
    {
        var answers = submission.Answers.DeepClone().AsObject();
        answers.Remove("consent");
        return answers;
    }
}
