using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accessibility;

/// <summary>Reads where the year stands.</summary>
public sealed class CycleQueries(IDbContextFactory<CmsDb> databases, SelfEvaluationQueries evaluations, TimeProvider time)
{
    /// <summary>The steps of today's fiscal year.</summary>
    public async Task<IReadOnlyList<YearlyStep>> StepsAsync(CancellationToken ct)
    {
        var year = JapaneseTime.FiscalYear(JapaneseTime.DateOf(time.GetUtcNow()));
        await using var db = await databases.CreateDbContextAsync(ct);
        var newest = await db.AccessibilityTests.AsNoTracking().Where(test => test.FiscalYear <= year).OrderByDescending(test => test.FiscalYear).Take(2).ToListAsync(ct);
        return YearlyCycle.Of(year, [.. newest.Select(record => (ConformanceTest.Read(record.Document), record.PublicDocument is not null))], await evaluations.FindAsync(year, ct));
    }
}
