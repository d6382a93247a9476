using System.Globalization;
using Kakehashi.Accessibility;
using Kakehashi.Cms.Editing;
using Kakehashi.Content;

namespace Kakehashi.Cms.Preview;

/// <summary>What the rules found on a revision, for programs (ATAG 2.0 B.3.1.5).</summary>
public static class CheckEndpoints
{
    /// <summary><c>GET …/revisions/N/check.json</c>: pages and findings as <c>kakehashi check --json</c> has them, each with its field and its reason. 404 where there is no such revision, 503 where it was never judged and cannot be now.</summary>
    public static void MapChecks(this IEndpointRouteBuilder staff) =>
        staff.MapGet("/items/{folder}/{id:guid}/revisions/{number:int}/check.json", async (string folder, Guid id, int number, ItemQueries items, AccessibilityCheck accessibility, TimeProvider time, CancellationToken ct) =>
        {
            if (await items.FindAsync(id, ct) is not { } detail || detail.Type.Folder != folder || detail.Revisions.FirstOrDefault(one => one.Number == number) is not { } revision)
                return Results.Json(new { message = "その版はありません。" }, ContentJson.Options, statusCode: StatusCodes.Status404NotFound);
            var (judgedAt, page) = await accessibility.KnownAsync(detail.Item, revision, time.GetUtcNow(), ct);
            return page is { Reached: false }
                ? Results.Json(new { message = $"{AccessibilityCheck.Away}しばらくしてから、もう一度開いてください。" }, ContentJson.Options, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Json(new
                {
                    item = $"/items/{folder}/{id.ToString("D", CultureInfo.InvariantCulture)}",
                    revision = number,
                    judgedAt = JapaneseTime.Format(judgedAt),
                    pages = page is null ? 0 : 1,
                    findings = (page?.Findings ?? []).Select(found => new
                    {
                        path = detail.Type.Address(revision.Slug),
                        line = found.Finding.Line,
                        rule = found.Finding.Rule,
                        weight = found.Finding.Weight,
                        message = found.Finding.Message,
                        excerpt = found.Excerpt,
                        criterion = RuleSet.All.FirstOrDefault(rule => rule.Id == found.Finding.Rule)?.Criterion?.Number,
                        field = found.Field.Name,
                        fieldLine = found.Line > 0 ? found.Line : (int?)null,
                        fingerprint = found.Fingerprint,
                        reason = found.Reason is { } given ? new { text = given.Text, author = given.Author, at = JapaneseTime.Format(given.At) } : null,
                    }),
                }, ContentJson.Options);
        });
}
