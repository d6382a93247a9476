using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Transfer;

/// <summary>One file of <c>accessibility/</c>.</summary>
/// <param name="IsDraft">It is not published.</param>
/// <param name="Test">What the file says.</param>
sealed record TestEntry(AccessibilityTest Source, bool IsDraft, ConformanceTest Test);

/// <summary>Puts the accessibility tests of a folder in place of those of the CMS. What people judged here is never taken away.</summary>
static class TestShelf
{
    /// <summary>Writes what differs, in the caller's transaction.</summary>
    /// <returns>Fiscal years whose test was added or changed, ascending.</returns>
    public static async Task<IReadOnlyList<int>> PutAsync(CmsDb db, IReadOnlyList<TestEntry> entries, DateTimeOffset now, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"LOCK TABLE accessibility_tests IN EXCLUSIVE MODE", ct);
        var years = new List<int>();
        foreach (var year in entries.GroupBy(entry => entry.Source.FiscalYear).OrderBy(year => year.Key))
            if (await PutYearAsync(db, year.Key, year.FirstOrDefault(entry => !entry.IsDraft), year.FirstOrDefault(entry => entry.IsDraft), now, ct)) years.Add(year.Key);
        return years;
    }

    static async Task<bool> PutYearAsync(CmsDb db, int year, TestEntry? published, TestEntry? draft, DateTimeOffset now, CancellationToken ct)
    {
        var record = await db.AccessibilityTests.SingleOrDefaultAsync(test => test.FiscalYear == year, ct);
        var open = record is null ? null : OpenTest.Of(record, await db.Judgements.AsNoTracking().Where(judgement => judgement.FiscalYear == year).ToListAsync(ct));
        var goesPublic = published is not null && published.Source.Document != record?.PublicDocument;
        // A published file that is known leaves what goes on after it alone.
        var working = draft is not null ? draft.Test.Write() != open?.Test.Write() ? draft.Test : null : goesPublic ? published!.Test : null;
        if (record is null) db.AccessibilityTests.Add(record = new TestRecord { FiscalYear = year, Document = "" });
        if (working is not null)
        {
            record.Document = (working with { Assertions = [.. working.Assertions.Where(said => said.Mode == TestMode.Automatic)] }).Write();
            var known = (open?.Test.Assertions ?? []).ToHashSet();
            db.Judgements.AddRange(working.Assertions.Where(said => said.Mode != TestMode.Automatic && !known.Contains(said)).Order(Assertion.ByCriterion).Select(said => Judgement.Imported(year, said)));
        }
        if (goesPublic)
        {
            (record.PublicDocument, record.WarnedAt, record.OverdueToldAt) = (published!.Source.Document, null, null);
            record.PublishedAt = published.Test.StatedOn is { } stated ? JapaneseTime.StartOf(stated).ToUniversalTime() : now;
            await Publisher.PutTestAsync(db, published.Source, now, ct);
        }
        await db.SaveChangesAsync(ct);
        return goesPublic || working is not null;
    }
}
