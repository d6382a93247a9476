using Kakehashi.Accessibility;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Reasons;

/// <summary>One reason with what it is about.</summary>
/// <param name="Title">Of the item's newest revision; may be empty.</param>
/// <param name="Author">Display name; empty for accounts that are gone.</param>
public sealed record ReasonRow(FindingReason Reason, ContentType Type, string Title, string Author)
{
    /// <summary>Japanese: what the rule finds and how to mend it; the id of a rule that is no longer there.</summary>
    public string Message => MessageOf(Reason.Rule);

    /// <summary>Japanese name of the field.</summary>
    public string Field => Type.Field(Reason.Field)?.Label ?? Reason.Field;

    /// <inheritdoc cref="Message"/>
    public static string MessageOf(string rule) => RuleSet.OfPages.FirstOrDefault(known => known.Id == rule)?.Message ?? rule;
}

/// <summary>A page of the list.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Rules">Every rule for which there are reasons, with their number; most first.</param>
public sealed record ReasonList(IReadOnlyList<ReasonRow> Rows, int Total, int Page, string? Rule, IReadOnlyList<(string Id, int Count)> Rules)
{
    public int Pages => Math.Max(1, (Total + ReasonQueries.PageSize - 1) / ReasonQueries.PageSize);
}

/// <summary>A public or scheduled item with findings that neither were mended nor have a reason.</summary>
/// <param name="Title">May be empty.</param>
/// <param name="Findings">By line of the page.</param>
public sealed record OpenItem(ItemRecord Item, ContentType Type, string Title, int Revision, IReadOnlyList<PlacedFinding> Findings);

/// <summary>A page of them.</summary>
/// <param name="Rows">By title within their type.</param>
/// <param name="Unjudged">Public or scheduled items that nobody has judged yet.</param>
public sealed record OpenList(IReadOnlyList<OpenItem> Rows, int Total, int Unjudged, int Page)
{
    public int Pages => Math.Max(1, (Total + ReasonQueries.PageSize - 1) / ReasonQueries.PageSize);
}

/// <summary>Reads who gave which reason for which finding.</summary>
public sealed class ReasonQueries(IDbContextFactory<CmsDb> databases)
{
    public const int PageSize = 50;

    /// <summary>What is public, or waits for its date, with findings that nobody has answered: after an import above all.</summary>
    /// <param name="page">From 1.</param>
    public async Task<OpenList> OpenAsync(int page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var shown = db.Items.AsNoTracking().Where(item => !RevisionChecks.WithoutPage.Contains(item.Type))
            .SelectMany(item => db.Revisions.Where(revision => revision.Id == item.LiveRevisionId || revision.Id == item.NewestRevisionId && item.PublishDue != null), (item, revision) => new { item, revision });
        var open = RevisionChecks.Open(db);
        var rows = shown.Where(pair => open.Any(found => found.ItemId == pair.item.Id && found.RevisionNumber == pair.revision.Number));
        var found = await rows.OrderBy(pair => pair.item.Type).ThenBy(pair => pair.revision.Title).ThenBy(pair => pair.revision.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(pair => new { pair.item, pair.revision.Title, pair.revision.Number, Findings = open.Where(found => found.ItemId == pair.item.Id && found.RevisionNumber == pair.revision.Number).ToList() }).ToListAsync(ct);
        return new OpenList(
            [.. found.Select(row => (row, type: ContentType.Find(row.item.Type)!)).Select(pair => new OpenItem(pair.row.item, pair.type, pair.row.Title, pair.row.Number,
                [.. pair.row.Findings.OrderBy(one => one.PageLine).ThenBy(one => one.Fingerprint, StringComparer.Ordinal).Select(one => one.ToPlaced(pair.type))]))],
            await rows.CountAsync(ct),
            await shown.CountAsync(pair => !db.RevisionChecks.Any(check => check.ItemId == pair.item.Id && check.RevisionNumber == pair.revision.Number), ct),
            page);
    }

    /// <param name="rule">Id of a rule; null = every rule.</param>
    /// <param name="page">From 1.</param>
    public async Task<ReasonList> ListAsync(string? rule, int page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rules = await db.FindingReasons.GroupBy(reason => reason.Rule).Select(same => new { same.Key, Count = same.Count() }).ToListAsync(ct);
        var total = rules.Where(one => rule is null || one.Key == rule).Sum(one => one.Count);
        var rows = await db.FindingReasons.AsNoTracking().Where(reason => rule == null || reason.Rule == rule)
            .OrderByDescending(reason => reason.CreatedAt).ThenByDescending(reason => reason.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Join(db.Items, reason => reason.ItemId, item => item.Id, (reason, item) => new { reason, item })
            .Join(db.Revisions, pair => pair.item.NewestRevisionId, revision => revision.Id, (pair, newest) => new
            {
                pair.reason, pair.item.Type, newest.Title,
                Author = db.Users.Where(account => account.Id == pair.reason.AuthorId).Select(account => account.DisplayName).FirstOrDefault(),
            })
            .OrderByDescending(row => row.reason.CreatedAt).ThenByDescending(row => row.reason.Id).ToListAsync(ct);
        return new ReasonList(
            [.. rows.Select(row => new ReasonRow(row.reason, ContentType.Find(row.Type)!, row.Title, row.Author ?? ""))], total, page, rule,
            [.. rules.OrderByDescending(one => one.Count).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Count))]);
    }
}
