using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accessibility;

/// <summary>Reads tests, what was judged in them, and what stands beside them.</summary>
public sealed class TestQueries(IDbContextFactory<CmsDb> databases)
{
    /// <summary>Every test, newest first.</summary>
    public async Task<IReadOnlyList<OpenTest>> ListAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var judgements = (await db.Judgements.AsNoTracking().ToListAsync(ct)).ToLookup(judgement => judgement.FiscalYear);
        return [.. (await db.AccessibilityTests.AsNoTracking().OrderByDescending(test => test.FiscalYear).ToListAsync(ct)).Select(record => OpenTest.Of(record, judgements[record.FiscalYear]))];
    }

    /// <summary>The test of a fiscal year; null where none was begun.</summary>
    public async Task<OpenTest?> FindAsync(int fiscalYear, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.AccessibilityTests.AsNoTracking().SingleOrDefaultAsync(test => test.FiscalYear == fiscalYear, ct) is { } record
            ? OpenTest.Of(record, await db.Judgements.AsNoTracking().Where(judgement => judgement.FiscalYear == fiscalYear).ToListAsync(ct))
            : null;
    }

    /// <summary>Display names of the judges by account.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> JudgesAsync(OpenTest open, CancellationToken ct)
    {
        var judges = open.Judgements.Select(judgement => judgement.AccountId).Distinct().ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.Where(account => judges.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, ct);
    }

    /// <summary>Pictures of a sheet, oldest first.</summary>
    /// <param name="page">Null = the whole site.</param>
    public async Task<IReadOnlyList<EvidencePicture>> PicturesAsync(int fiscalYear, string? page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.EvidencePictures.AsNoTracking().Where(picture => picture.FiscalYear == fiscalYear && picture.Page == page).OrderBy(picture => picture.At).ThenBy(picture => picture.Id).ToListAsync(ct);
    }

    /// <summary>One picture; null where there is none.</summary>
    public async Task<EvidencePicture?> PictureAsync(int fiscalYear, Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.EvidencePictures.AsNoTracking().SingleOrDefaultAsync(picture => picture.FiscalYear == fiscalYear && picture.Id == id, ct);
    }
}
