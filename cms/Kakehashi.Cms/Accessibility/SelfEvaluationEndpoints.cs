using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Sheets;
using Kakehashi.Content;

namespace Kakehashi.Cms.Accessibility;

/// <summary>取組確認・評価表 of one fiscal year; it can be filled in before the year's test begins.</summary>
static class SelfEvaluationEndpoints
{
    public static void MapSelfEvaluation(this IEndpointRouteBuilder test)
    {
        var evaluation = test.MapGroup("self-evaluation").AddEndpointFilter(OfOurTimesAsync);
        evaluation.MapGet("", async (int year, SelfEvaluationQueries queries, CancellationToken ct) => await ShowAsync(year, queries, [], [], ct));
        evaluation.MapPost("", SaveAsync);
        evaluation.MapPost("publication", PublishAsync);
        test.MapGet("self-evaluation.csv", async (int year, SelfEvaluationQueries queries, CancellationToken ct) =>
            Downloads.Csv($"torikumi-hyoka-{year}", Table(await queries.FindAsync(year, ct)))).AddEndpointFilter(OfOurTimesAsync);
    }

    static async ValueTask<object?> OfOurTimesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var today = JapaneseTime.DateOf(context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        return context.GetArgument<int>(0) is var year && year >= 2000 && year <= JapaneseTime.FiscalYear(today) ? await next(context) : Pages.Failure(StatusCodes.Status404NotFound);
    }

    static async Task<IResult> SaveAsync(int year, HttpContext context, SelfEvaluationDesk desk, SelfEvaluationQueries queries, Viewer viewer, Status status, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        List<EvaluationEntry> entries =
        [
            .. EvaluationItem.All.Where(item => !item.IsDerived).Select(item => new EvaluationEntry(
                item.Id, Enum.TryParse<Attainment>(form[$"attainment.{item.Id}"], out var chosen) && Enum.IsDefined(chosen) ? chosen : null,
                form[$"evidence.{item.Id}"].ToString().ReplaceLineEndings("\n").Trim(), long.TryParse(form[$"seen.{item.Id}"], out var seen) ? seen : 0)),
        ];
        if (await desk.SaveAsync(year, entries, viewer.Actor, ct) is { Count: > 0 } mistakes) return await ShowAsync(year, queries, entries, mistakes, ct);
        status.Say(context, $"{year}年度の取組確認・評価表を保存しました。");
        return Results.Redirect($"/accessibility/{year}/self-evaluation");
    }

    static async Task<IResult> PublishAsync(int year, HttpContext context, SelfEvaluationDesk desk, SelfEvaluationQueries queries, Viewer viewer, Status status, CancellationToken ct)
    {
        if (await desk.PublishAsync(year, viewer.Actor, ct) is { } problem) return await ShowAsync(year, queries, [], [new Mistake("publish", problem)], ct);
        status.Say(context, $"{year}年度の取組確認・評価表を公表しました。公開サイトのページが、まもなく新しくなります。");
        return Results.Redirect($"/accessibility/{year}/self-evaluation");
    }

    static async Task<IResult> ShowAsync(int year, SelfEvaluationQueries queries, IReadOnlyList<EvaluationEntry> entries, IReadOnlyList<Mistake> mistakes, CancellationToken ct)
    {
        var open = await queries.FindAsync(year, ct);
        return Pages.Show<SelfEvaluationScreen>(
            new { Open = open, Authors = await queries.AuthorsAsync(open, ct), Entries = entries, Mistakes = mistakes },
            mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    static IEnumerable<IReadOnlyList<string?>> Table(OpenEvaluation open)
    {
        yield return ["区分", "項目", "確かめること", "状態", "点", "根拠", "答えたもの", "答えた日時"];
        foreach (var row in open.Rows)
            yield return [row.Item.Section, row.Item.Label, row.Item.Question, row.Answer?.Attainment.Label() ?? "未記入", Number(row.Points), row.Answer?.Evidence, row.Answer?.By, row.Answer is { } answer ? JapaneseTime.Format(answer.At) : null];
        yield return ["合計", "", "", "", Number(open.Points), $"{EvaluationItem.Full}点満点", "", ""];
    }

    static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
