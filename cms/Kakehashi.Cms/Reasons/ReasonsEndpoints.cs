using System.Globalization;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Sheets;
using Kakehashi.Content;

namespace Kakehashi.Cms.Reasons;

/// <summary>直さない理由: who let which warning stay, and why.</summary>
public static class ReasonsEndpoints
{
    static readonly string[] Headings = ["日時", "人", "種類", "題名", "版", "規則", "指摘", "項目", "ところ", "直さない理由"];

    public static void MapReasons(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("/reasons", async (string? rule, int? page, ReasonQueries reasons, Viewer viewer, CancellationToken ct) =>
            viewer.MayReadRecords
                ? Pages.Show<ReasonsScreen>(new { List = await reasons.ListAsync(RuleOf(rule), Math.Clamp(page ?? 1, 1, 100_000), ct) })
                : Pages.Failure(StatusCodes.Status403Forbidden));
        staff.MapGet("/unreasoned", async (int? page, ReasonQueries reasons, CancellationToken ct) =>
            Pages.Show<OpenScreen>(new { List = await reasons.OpenAsync(Math.Clamp(page ?? 1, 1, 100_000), ct) }));
        staff.MapGet("/reasons/csv", async (string? rule, ReasonQueries reasons, Viewer viewer, CancellationToken ct) =>
            viewer.MayReadRecords ? await SaveAsync(RuleOf(rule), reasons, ct) : Pages.Failure(StatusCodes.Status403Forbidden));
    }

    static string? RuleOf(string? rule) => rule is { Length: > 0 } ? rule : null;

    // At most 20,000 rows.
    static async Task<IResult> SaveAsync(string? rule, ReasonQueries reasons, CancellationToken ct)
    {
        var rows = new List<IReadOnlyList<string?>> { Headings };
        for (var page = 1; rows.Count <= Sheet.MaxRows; page++)
        {
            var list = await reasons.ListAsync(rule, page, ct);
            rows.AddRange(list.Rows.Select(row => (IReadOnlyList<string?>)
            [
                JapaneseTime.Format(row.Reason.CreatedAt), row.Author, row.Type.Label, row.Title, row.Reason.RevisionNumber.ToString(CultureInfo.InvariantCulture),
                row.Reason.Rule, row.Message, row.Field, row.Reason.Excerpt, row.Reason.Text,
            ]));
            if (page >= list.Pages) break;
        }
        return Downloads.Csv("riyuu", rows);
    }
}
