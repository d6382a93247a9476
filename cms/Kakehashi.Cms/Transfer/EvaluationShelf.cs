using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Transfer;

/// <summary>A self-evaluation of <c>accessibility/</c>.</summary>
/// <param name="IsDraft">Answers that are not published.</param>
/// <param name="Evaluation">What the file says.</param>
sealed record EvaluationEntryFile(EvaluationDocument Source, bool IsDraft, SelfEvaluation Evaluation);

/// <summary>Adds the self-evaluations of a folder to those of the CMS. What was answered or published here is never taken away.</summary>
static class EvaluationShelf
{
    /// <summary>Writes what is not known yet, in the caller's transaction.</summary>
    /// <returns>Fiscal years to which anything was added, ascending.</returns>
    public static async Task<IReadOnlyList<int>> PutAsync(CmsDb db, IReadOnlyList<EvaluationEntryFile> entries, DateTimeOffset now, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"LOCK TABLE evaluation_answers, evaluation_publications IN EXCLUSIVE MODE", ct);
        var years = new List<int>();
        foreach (var year in entries.GroupBy(entry => entry.Source.FiscalYear).OrderBy(year => year.Key))
        {
            var answered = await PutAnswersAsync(db, year.Key, year.SelectMany(entry => entry.Evaluation.Answers), ct);
            if (await PutPublishedAsync(db, year.FirstOrDefault(entry => !entry.IsDraft)?.Source, now, ct) || answered) years.Add(year.Key);
        }
        return years;
    }

    static async Task<bool> PutAnswersAsync(CmsDb db, int year, IEnumerable<ItemAnswer> answers, CancellationToken ct)
    {
        var known = (await db.EvaluationAnswers.AsNoTracking().Where(answer => answer.FiscalYear == year).ToListAsync(ct)).Select(answer => answer.ToAnswer()).ToHashSet();
        // What the system itself answers is never typed; the same answer may stand in both files.
        var added = answers.Where(answer => !EvaluationItem.Find(answer.Item)!.IsDerived && !known.Contains(answer)).Distinct().OrderBy(answer => answer.At).ToList();
        foreach (var answer in added)
        {
            db.EvaluationAnswers.Add(EvaluationAnswer.Imported(year, answer));
            await db.SaveChangesAsync(ct);
        }
        return added.Count > 0;
    }

    static async Task<bool> PutPublishedAsync(CmsDb db, EvaluationDocument? published, DateTimeOffset now, CancellationToken ct)
    {
        if (published is null || await db.EvaluationPublications.Where(one => one.FiscalYear == published.FiscalYear).OrderByDescending(one => one.Number).Select(one => one.Document).FirstOrDefaultAsync(ct) == published.Document) return false;
        db.EvaluationPublications.Add(new EvaluationPublication { FiscalYear = published.FiscalYear, Document = published.Document, AccountId = Guid.Empty, At = now });
        await Publisher.PutEvaluationAsync(db, published, now, ct);
        return true;
    }

    /// <summary>Everything that is kept here, as files of <c>accessibility/</c>.</summary>
    public static async Task<IReadOnlyList<(string Name, string Text)>> FilesAsync(CmsDb db, CancellationToken ct)
    {
        var published = (await db.EvaluationPublications.AsNoTracking().OrderBy(one => one.Number).ToListAsync(ct)).ToLookup(one => one.FiscalYear, one => one.Document);
        var answers = (await db.EvaluationAnswers.AsNoTracking().ToListAsync(ct)).ToLookup(answer => answer.FiscalYear);
        var files = new List<(string, string)>();
        foreach (var year in published.Select(one => one.Key).Union(answers.Select(one => one.Key)).Order())
        {
            var (source, document) = (new EvaluationDocument(year, ""), published[year].LastOrDefault());
            if (document is not null) files.Add((source.FileName, document));
            if (OpenEvaluation.DraftOf(year, answers[year], document) is { } draft) files.Add((source.DraftFileName, draft.Write()));
        }
        return files;
    }
}
