using Kakehashi.Accessibility;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Preview;

/// <summary>Judges the page of a revision by the rules that also stand before publication.</summary>
public sealed class AccessibilityCheck(PagePreviews previews, IDbContextFactory<CmsDb> databases)
{
    /// <summary>Said where the page could not be judged.</summary>
    public const string Later = "アクセシビリティは、公開の前に検査します。";

    /// <returns>Null for types without a page, and where there is no such revision.</returns>
    public async Task<PageReport?> OfAsync(Guid itemId, int number, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Revisions.AsNoTracking().Where(revision => revision.ItemId == itemId && revision.Number == number)
            .Join(db.Items.AsNoTracking(), revision => revision.ItemId, item => item.Id, (revision, item) => new { revision, item }).SingleOrDefaultAsync(ct);
        return found is null ? null : await OfAsync(found.item, found.revision, ct);
    }

    /// <inheritdoc cref="OfAsync(Guid, int, CancellationToken)"/>
    public async Task<PageReport?> OfAsync(ItemRecord item, RevisionRecord revision, CancellationToken ct)
    {
        var (type, document) = (ContentType.Find(item.Type)!, revision.DocumentOf(item));
        if (type.Address(revision.Slug) is not { } address) return null;
        if (await previews.RenderAsync(document, ct) is not { } html) return new PageReport(false, []);
        return new PageReport(true,
        [
            .. PageCheck.Check(html, address)
                .Select(finding => FindingPlace.Find(finding, type, document.Values) ?? (finding.Weight == Weight.Error ? FindingPlace.AtMainText(finding, type) : null))
                .OfType<PlacedFinding>(),
        ]);
    }
}
