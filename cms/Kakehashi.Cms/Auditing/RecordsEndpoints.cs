using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Auditing;

/// <summary>The audit log as people read it.</summary>
public static class RecordsEndpoints
{
    const int PageSize = 100;

    public static void MapRecords(this IEndpointRouteBuilder staff) =>
        staff.MapGet("/records", async (int? page, bool? verify, IDbContextFactory<CmsDb> databases, Viewer viewer, CancellationToken ct) =>
        {
            if (!viewer.MayReadRecords) return Pages.Failure(StatusCodes.Status403Forbidden);
            await using var db = await databases.CreateDbContextAsync(ct);
            var number = Math.Clamp(page ?? 1, 1, 100_000);
            var total = await db.Audit.CountAsync(ct);
            var entries = await db.Audit.AsNoTracking().OrderByDescending(entry => entry.Sequence).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
            var actors = entries.Select(entry => entry.ActorId).Distinct().ToList();
            var names = await db.Users.Where(account => actors.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, ct);
            return Pages.Show<RecordsScreen>(new
            {
                Entries = entries,
                Names = names,
                Titles = await TitlesAsync(db, entries, ct),
                Page = number,
                Pages = Math.Max(1, (total + PageSize - 1) / PageSize),
                Verified = verify == true,
                Broken = verify == true ? await AuditTrail.VerifyAsync(db, ct) : null,
            });
        });

    static async Task<Dictionary<Guid, ItemTitle>> TitlesAsync(CmsDb db, List<AuditEntry> entries, CancellationToken ct)
    {
        var ids = entries.Select(entry => ItemOf(entry.Subject)).OfType<Guid>().Distinct().ToList();
        return await db.Items.Where(item => ids.Contains(item.Id))
            .Join(db.Revisions, item => item.NewestRevisionId, revision => revision.Id, (item, newest) => new ItemTitle(item.Id, item.Type, newest.Title))
            .ToDictionaryAsync(title => title.Id, ct);
    }

    /// <summary>The item that an entry is about; null where it is about something else.</summary>
    public static Guid? ItemOf(string subject) =>
        subject.StartsWith("item:", StringComparison.Ordinal) && Guid.TryParse(subject.AsSpan("item:".Length), out var id) ? id : null;

    /// <summary>What an item is called today.</summary>
    public sealed record ItemTitle(Guid Id, string Type, string Title);
}
