using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accessibility;

/// <summary>Reads the 取組確認・評価表.</summary>
public sealed class SelfEvaluationQueries(IDbContextFactory<CmsDb> databases, TestQueries tests, ProgramStore programs, TimeProvider time)
{
    /// <summary>The one of a fiscal year; every year has one, if an empty one.</summary>
    public async Task<OpenEvaluation> FindAsync(int fiscalYear, CancellationToken ct)
    {
        var open = await tests.FindAsync(fiscalYear, ct);
        var stated = open?.Record.PublicDocument is { } document ? ConformanceTest.Read(document).StatedOn : null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var published = await db.EvaluationPublications.Where(one => one.FiscalYear == fiscalYear).OrderByDescending(one => one.Number).Select(one => one.Document).FirstOrDefaultAsync(ct);
        return OpenEvaluation.Of(
            fiscalYear, new EvaluationFacts(open?.Test, stated, (await programs.CurrentAsync(ct)).Accessibility, time.GetUtcNow()),
            await db.EvaluationAnswers.AsNoTracking().Where(answer => answer.FiscalYear == fiscalYear).ToListAsync(ct), published);
    }

    /// <summary>Fiscal years in which anything was answered or published, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.EvaluationAnswers.Select(answer => answer.FiscalYear).Union(db.EvaluationPublications.Select(one => one.FiscalYear)).OrderByDescending(year => year).ToListAsync(ct);
    }

    /// <summary>Display names of those who answered, by account.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> AuthorsAsync(OpenEvaluation open, CancellationToken ct)
    {
        var authors = open.Rows.SelectMany(row => row.History).Select(answer => answer.AccountId).Distinct().ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.Where(account => authors.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, ct);
    }
}
