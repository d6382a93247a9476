using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Forms.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>Gathers what a submission's page shows beside what <see cref="SubmissionReading"/> opens.</summary>
public sealed class SubmissionDetails(IDbContextFactory<CmsDb> databases, SubmissionQueries queries, SubmissionReading reading, LikelyDuplicates duplicates, SubmittedPages pages, ProgramStore programs, Viewer viewer)
{
    /// <summary>Null when there is none of that id. The look is noted.</summary>
    /// <param name="why">What the person is doing, in Japanese.</param>
    public async Task<SubmissionDetail?> FindAsync(Guid id, string why, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } record) return null;
        var open = await OpenAsync(id, why, ct);
        var sent = open?.Submission;
        var actors = (open?.History ?? []).Select(line => line.Line.ActorId).Append(record.OwnerId ?? Guid.Empty).Distinct().ToList();
        var member = record.MemberId is { } memberId ? await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == memberId, ct) : null;
        return new SubmissionDetail(
            record,
            (await SubmissionQueries.WithTitlesAsync(db, [record], ct))[0].SubjectTitle,
            sent,
            open is null,
            [.. (open?.Files ?? []).Select(file => new SentFile(file.File, file.Name, sent?.Definition.AllQuestions().FirstOrDefault(asked => asked.Name == file.File.Question)?.Label ?? "添付ファイル"))],
            open?.History ?? [],
            await db.Users.Where(account => actors.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, ct),
            await queries.OfficeAsync(ct),
            await db.Submissions.AsNoTracking().Where(s => s.Id != id && (s.CorrectsId == id || s.Id == record.CorrectsId)).OrderBy(s => s.ReceivedAt).ToListAsync(ct))
        {
            Member = member,
            Linking = member is not null && record.Form == Withdrawal.Name ? await PublicPages.LinkingAsync(db, member, new Uri((await programs.CurrentAsync(ct)).Url), ct) : [],
            Page = sent is null ? null : await pages.JudgeAsync(record, sent, ct),
            Likely = sent is null ? [] : await duplicates.OfAsync(db, record, sent, ct),
        };
    }

    // Null where its key is missing or it was tampered with: the page says so, and shows the rest.
    async Task<OpenSubmission?> OpenAsync(Guid id, string why, CancellationToken ct)
    {
        try
        {
            return await reading.OpenAsync(id, viewer.Actor, why, ct);
        }
        catch (UnreadablePersonalDataException)
        {
            return null;
        }
    }
}
