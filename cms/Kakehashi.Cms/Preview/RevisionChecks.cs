using Kakehashi.Accessibility;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Preview;

/// <summary>Keeps what was found on the pages of revisions, so that nobody has to ask for it again.</summary>
public static class RevisionChecks
{
    /// <summary>Names the rules of this program; another after any change to them.</summary>
    public static string Rules { get; } = typeof(RuleSet).Module.ModuleVersionId.ToString("N");

    /// <summary>Types whose items have no page: nothing about them is judged.</summary>
    public static string[] WithoutPage { get; } = [.. ContentType.All.Where(type => type.Placement == Placement.None).Select(type => type.Name)];

    /// <summary>Keeps a report in place of an earlier one of the same revision, in the caller's transaction.</summary>
    /// <param name="page">Null, and one that was not reached, leave everything as it is.</param>
    public static async Task KeepAsync(CmsDb db, Guid itemId, int revision, PageReport? page, DateTimeOffset now, CancellationToken ct)
    {
        if (page is not { Reached: true }) return;
        await db.RevisionChecks.Where(check => check.ItemId == itemId && check.RevisionNumber == revision).ExecuteDeleteAsync(ct);
        db.RevisionChecks.Add(new RevisionCheck
        {
            ItemId = itemId,
            RevisionNumber = revision,
            Rules = Rules,
            JudgedAt = now,
            Findings =
            [
                .. page.Findings.Select(found => new RevisionFinding
                {
                    ItemId = itemId,
                    RevisionNumber = revision,
                    Fingerprint = found.Fingerprint,
                    Rule = found.Finding.Rule,
                    Weight = found.Finding.Weight,
                    Message = found.Finding.Message,
                    PageLine = found.Finding.Line,
                    Field = found.Field.Name,
                    Line = found.Line,
                    Excerpt = found.Excerpt,
                }),
            ],
        });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Findings that neither were mended nor have a reason: errors, and warnings without one.</summary>
    public static IQueryable<RevisionFinding> Open(CmsDb db) => db.RevisionFindings.Where(found =>
        found.Weight == Weight.Error
        || found.Weight == Weight.Warning && !db.FindingReasons.Any(reason => reason.ItemId == found.ItemId && reason.Fingerprint == found.Fingerprint));

    /// <summary>Why the clock may not publish a revision; null when it was judged and nothing about it is open.</summary>
    public static async Task<string?> RefusalAsync(CmsDb db, ItemRecord item, int revision, CancellationToken ct) =>
        WithoutPage.Contains(item.Type) ? null
        : !await db.RevisionChecks.AnyAsync(check => check.ItemId == item.Id && check.RevisionNumber == revision, ct)
            ? "アクセシビリティをまだ検査できていません。検査できるまで、予定の日時になっても公開しません。"
        : await Open(db).AnyAsync(found => found.ItemId == item.Id && found.RevisionNumber == revision, ct)
            ? "直すか理由を書くところが残っているため、予定の日時になっても公開しません。引き戻して、直すか理由を書いてから、もう一度提出してください。"
        : null;
}
