using System.Text.Json.Nodes;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>Takes the personal data out of a submission; its number, dates, steps and the answers about nobody's person stay (R06).</summary>
public sealed class SubmissionErasure(SubmissionVault vault)
{
    static readonly QuestionKind[] Impersonal = [QuestionKind.Choice, QuestionKind.Choices, QuestionKind.Number, QuestionKind.Date, QuestionKind.Tags, QuestionKind.CorporateNumber];

    /// <summary>Erases in the caller's transaction; the caller saves. Bytes of files are unreadable at once and swept later.</summary>
    public async Task EraseAsync(CmsDb db, SubmissionRecord record, DateTimeOffset now, CancellationToken ct)
    {
        record.Kept ??= vault.Open(record) is { } submission ? KeptOf(submission).ToJsonString(ContentJson.Options) : null;
        (record.Content, record.AddressIndex, record.PersonalDeletedAt, record.DeletePersonalAt) = (null, null, now, null);
        // What never became anything leaves nothing but its number.
        if (record.State is SubmissionState.Lapsed) (record.Headline, record.Kept) = ("", null);
        foreach (var file in await db.SubmissionFiles.AsTracking().Where(file => file.SubmissionId == record.Id).ToListAsync(ct)) (file.Name, file.Key) = (null, null);
        foreach (var line in await db.SubmissionEvents.AsTracking().Where(line => line.SubmissionId == record.Id && line.Text != null).ToListAsync(ct)) line.Text = null;
    }

    /// <summary>Answers that are about nobody's person: public ones, choices, numbers and dates. Free texts are left out, because anything may stand in them.</summary>
    internal static JsonObject KeptOf(Submission submission)
    {
        var kept = new JsonObject();
        foreach (var group in submission.Definition.Groups.Where(group => group.Repeat is null))
            foreach (var question in group.Questions.Where(question => question.Public || Impersonal.Contains(question.Kind) || question.Name is "organisation" or "title"))
                if (submission.Answers[question.Name] is { } answer && question.Kind is not (QuestionKind.PersonName or QuestionKind.Email or QuestionKind.Telephone)) kept[question.Name] = answer.DeepClone();
        return kept;
    }
}
