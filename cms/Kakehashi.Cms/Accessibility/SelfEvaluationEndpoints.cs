using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Sheets;
using Kakehashi.Content;

namespace Kakehashi.Cms.Accessibility;

/// <summary>取組確認・評価表 of one fiscal year; it can be filled in before the year's test begins.</summary>
static class SelfEvaluationEndpoints
{
    public static void MapSelfEvaluation(this IEndpointRouteBuilder test)
    {
        test.MapGet("self-evaluation", async (int year, TestQueries queries, TimeProvider time, CancellationToken ct) => await ShowAsync(year, queries, time, [], [], ct));
        test.MapPost("self-evaluation", SaveAsync);
        test.MapGet("self-evaluation.csv", async (int year, TestQueries queries, TimeProvider time, CancellationToken ct) => IsOfOurTimes(year, time)
            ? Downloads.Csv($"torikumi-hyoka-{year}", Table(await queries.EvaluationAsync(year, ct)))
            : Pages.Failure(StatusCodes.Status404NotFound));
    }

    static bool IsOfOurTimes(int year, TimeProvider time) => year >= 2000 && year <= JapaneseTime.FiscalYear(JapaneseTime.DateOf(time.GetUtcNow()));

    static async Task<IResult> SaveAsync(int year, HttpContext context, SelfEvaluationDesk desk, TestQueries queries, TimeProvider time, Viewer viewer, Status status, CancellationToken ct)
    {
        if (!IsOfOurTimes(year, time)) return Pages.Failure(StatusCodes.Status404NotFound);
        var form = await context.Request.ReadFormAsync(ct);
        List<EvaluationEntry> entries =
        [
            .. SelfEvaluation.Items.Select(item => new EvaluationEntry(
                item.Id, Enum.TryParse<Attainment>(form[$"attainment.{item.Id}"], out var chosen) && Enum.IsDefined(chosen) ? chosen : null, form[$"evidence.{item.Id}"].ToString().ReplaceLineEndings("\n").Trim())),
        ];
        if (await desk.SaveAsync(year, entries, viewer.Actor, ct) is { Count: > 0 } mistakes) return await ShowAsync(year, queries, time, entries, mistakes, ct);
        status.Say(context, $"{year}年度の取組確認・評価表を保存しました。");
        return Results.Redirect($"/accessibility/{year}/self-evaluation");
    }

    static async Task<IResult> ShowAsync(int year, TestQueries queries, TimeProvider time, IReadOnlyList<EvaluationEntry> entries, IReadOnlyList<Mistake> mistakes, CancellationToken ct) => IsOfOurTimes(year, time)
        ? Pages.Show<SelfEvaluationScreen>(
            new { FiscalYear = year, Rows = await queries.EvaluationAsync(year, ct), Entries = entries, Mistakes = mistakes },
            mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
        : Pages.Failure(StatusCodes.Status404NotFound);

    static IEnumerable<IReadOnlyList<string?>> Table(IReadOnlyList<EvaluationRow> rows)
    {
        yield return ["項目", "確かめること", "状態", "点", "根拠", "答え方"];
        foreach (var row in rows)
            yield return [row.Item.Label, row.Item.Question, row.Attainment?.Label() ?? "未記入", Number(row.Points), row.Evidence, row.Item.Derive is null ? "事務局が記入" : "架け橋が判定"];
        yield return ["合計", "", "", Number(rows.Sum(row => row.Points)), $"{SelfEvaluation.Full}点満点", ""];
    }

    static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
