using Kakehashi.Accessibility;
using Kakehashi.Cms.Mending;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Reasons;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Preview;

/// <summary>Judges the page of a revision by the rules that also stand before publication.</summary>
public sealed class AccessibilityCheck(PagePreviews previews, ProgramStore programs, IDbContextFactory<CmsDb> databases)
{
    /// <summary>Said where the page could not be judged.</summary>
    public const string Away = "公開サイトを作る仕組みにつながらないため、今はアクセシビリティを検査できません。";

    /// <returns>Null for types without a page, and where there is no such revision.</returns>
    public async Task<PageReport?> OfAsync(Guid itemId, int number, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Revisions.AsNoTracking().Where(revision => revision.ItemId == itemId && revision.Number == number)
            .Join(db.Items.AsNoTracking(), revision => revision.ItemId, item => item.Id, (revision, item) => new { revision, item }).SingleOrDefaultAsync(ct);
        return found is null ? null : await OfAsync(found.item, found.revision, [], ct);
    }

    /// <inheritdoc cref="OfAsync(Guid, int, CancellationToken)"/>
    /// <param name="sent">As for <see cref="PagePreviews.RenderAsync"/>.</param>
    public async Task<PageReport?> OfAsync(ItemRecord item, RevisionRecord revision, IReadOnlyList<MediaFile> sent, CancellationToken ct)
    {
        var (type, document) = (ContentType.Find(item.Type)!, revision.DocumentOf(item));
        if (type.Address(revision.Slug) is not { } address) return null;
        if (await previews.CheckAsync(document, sent, ct) is not { } findings) return new PageReport(false, []);
        await using var db = await databases.CreateDbContextAsync(ct);
        var site = new Uri((await programs.CurrentAsync(ct)).Url);
        var reasons = await FindingReasons.OfAsync(db, item.Id, ct);
        var later = await LinkTargets.PublicByAsync(db, findings.Where(IsOfLink).Select(finding => LinkTargets.Resolve(site, address, finding.Excerpt)), revision.PublishAt, ct);
        return new PageReport(true,
        [
            .. findings.Where(finding => !IsOfLink(finding) || !later.Contains(LinkTargets.Resolve(site, address, finding.Excerpt)))
                .GroupBy(finding => (finding.Rule, finding.Excerpt)).SelectMany(same => same.Index())
                .OrderBy(pair => pair.Item.Line).ThenBy(pair => pair.Item.Rule, StringComparer.Ordinal)
                .Select(pair => Place(pair.Item, pair.Index, type, document))
                .OfType<PlacedFinding>().DistinctBy(found => found.Fingerprint)
                .Select(found => found with { Reason = reasons.GetValueOrDefault(found.Fingerprint), Mend = TextMend.Of(document.Values, found) }),
        ]);
    }

    /// <summary>What was found when the revision was last judged by the present rules; otherwise it is judged now.</summary>
    /// <returns>When it was judged, and the report: null for types without a page.</returns>
    public async Task<(DateTimeOffset At, PageReport? Page)> KnownAsync(ItemRecord item, RevisionRecord revision, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var kept = await db.RevisionChecks.AsNoTracking().Include(check => check.Findings).SingleOrDefaultAsync(check => check.ItemId == item.Id && check.RevisionNumber == revision.Number, ct);
        if (kept is null || kept.Rules != RevisionChecks.Rules)
        {
            var page = await OfAsync(item, revision, [], ct);
            if (page is not { Reached: false } || kept is null) return (now, page);
        }
        var reasons = await FindingReasons.OfAsync(db, item.Id, ct);
        return (kept.JudgedAt, new PageReport(true, [.. kept.Findings.OrderBy(found => found.PageLine).ThenBy(found => found.Rule, StringComparer.Ordinal).ThenBy(found => found.Fingerprint, StringComparer.Ordinal)
            .Select(found => found.ToPlaced(ContentType.Find(item.Type)!) with { Reason = reasons.GetValueOrDefault(found.Fingerprint) })]));
    }

    // What the item's text does not cause is its author's matter only where it shuts somebody out; links of lists and cards never are.
    static PlacedFinding? Place(Finding finding, int earlier, ContentType type, ItemDocument document) =>
        FindingPlace.Find(finding, earlier, type, document.Values)
        ?? (IsOfLink(finding) ? FindingPlace.Find(finding with { Excerpt = Uri.UnescapeDataString(finding.Excerpt) }, earlier, type, document.Values)
            : finding.Weight == Weight.Error ? FindingPlace.AtMainText(finding, type)
            : null);

    static bool IsOfLink(Finding finding) => RuleSet.OfLinks.Any(rule => rule.Id == finding.Rule);
}
