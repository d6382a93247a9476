using System.Text.Json;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Sheets;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Surveys;

/// <summary>アンケートの結果 (F07).</summary>
public static class SurveyEndpoints
{
    public static void MapSurveys(this IEndpointRouteBuilder staff)
    {
        var surveys = staff.MapGroup("/survey-results").AddEndpointFilter(SubmissionReaders.OnlyAsync);
        surveys.MapGet("", async (IDbContextFactory<CmsDb> databases, CancellationToken ct) => Pages.Show<SurveysScreen>(new { Surveys = await ListAsync(databases, ct) }));
        surveys.MapGet("{slug}", CountAsync);
        surveys.MapGet("{slug}/csv", async (string slug, IDbContextFactory<CmsDb> databases, SubmissionReading reading, Viewer viewer, CancellationToken ct) =>
            Downloads.Csv($"anketo-{slug}", AnswersSheet.Of(await reading.OpenManyAsync(await IdsAsync(databases, slug, ct), viewer.Actor, "アンケートのCSV", ct))));
    }

    // Counting looks at no single person: one look at the survey is noted, not one at every answer.
    static async Task<IResult> CountAsync(string slug, IDbContextFactory<CmsDb> databases, SubmissionVault vault, ViewLog views, Viewer viewer, CancellationToken ct)
    {
        if ((await ListAsync(databases, ct)).FirstOrDefault(survey => survey.Subject.Slugs.Contains(slug)) is not { } found) return Pages.Failure(StatusCodes.Status404NotFound);
        await views.NoteAsync(viewer.Actor, [$"survey:{found.Slug}"], "アンケートの集計", ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var slugs = found.Subject.Slugs.ToList();
        var records = await db.Submissions.AsNoTracking().Where(s => s.Form == SurveyAnswer.Name && slugs.Contains(s.Subject!)).OrderBy(s => s.ReceivedAt).ThenBy(s => s.Id).ToListAsync(ct);
        var answered = records.Select(record => (Sent: vault.Open(record), record.Kept)).ToList();
        var questions = answered.Select(one => one.Sent).OfType<Submission>().Reverse().SelectMany(sent => sent.Definition.AllQuestions()).Concat(await QuestionsAsync(db, found.Slug, ct));
        return Pages.Show<SurveyScreen>(new { Survey = found, Results = SurveyResults.Of(questions, [.. answered.Select(one => one.Sent?.Answers ?? (one.Kept is { } kept ? JsonNode.Parse(kept) as JsonObject : null)).OfType<JsonObject>()]) });
    }

    // What the survey asks today: for answers that outlived the form with which they came.
    static async Task<IReadOnlyList<Question>> QuestionsAsync(CmsDb db, string slug, CancellationToken ct)
    {
        var values = await db.Items.Where(item => item.Type == "survey" && item.Slug == slug).Join(db.Revisions, item => item.LiveRevisionId ?? item.NewestRevisionId, revision => revision.Id, (_, revision) => revision.Values).SingleOrDefaultAsync(ct);
        return values is not null && JsonNode.Parse(values)!["questions"] is JsonArray list ? list.Deserialize<List<CustomQuestion>>(ContentJson.Options)!.ToForm() : [];
    }

    static async Task<IReadOnlyList<AnsweredSurvey>> ListAsync(IDbContextFactory<CmsDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var counts = await db.Submissions.Where(s => s.Form == SurveyAnswer.Name && s.Subject != null).GroupBy(s => s.Subject!)
            .Select(group => new { Slug = group.Key, All = group.Count(), Newest = group.Max(s => s.ReceivedAt) }).ToListAsync(ct);
        var subjects = await Subjects.FindAsync(db, [.. counts.Select(count => count.Slug)], ct);
        return
        [
            .. counts.Select(count => (Subject: subjects.Of("survey", count.Slug), Count: count)).GroupBy(one => one.Subject.Slug, StringComparer.Ordinal)
                .Select(group => new AnsweredSurvey(group.First().Subject, group.Sum(one => one.Count.All), group.Max(one => one.Count.Newest)))
                .OrderByDescending(survey => survey.Newest).ThenBy(survey => survey.Slug, StringComparer.Ordinal),
        ];
    }

    static async Task<IReadOnlyList<Guid>> IdsAsync(IDbContextFactory<CmsDb> databases, string slug, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var slugs = (await Subjects.FindAsync(db, [slug], ct)).Of("survey", slug).Slugs.ToList();
        return await db.Submissions.Where(s => s.Form == SurveyAnswer.Name && slugs.Contains(s.Subject!)).OrderBy(s => s.ReceivedAt).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(ct);
    }
}

/// <summary>A survey that somebody answered.</summary>
public sealed record AnsweredSurvey(Subject Subject, int Answers, DateTimeOffset Newest)
{
    public string Slug => Subject.Slug;

    public string Title => Subject.Title;
}
