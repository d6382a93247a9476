using System.Text;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Sheets;

namespace Kakehashi.Cms.Accessibility;

/// <summary>アクセシビリティの試験: begin, judge, describe, publish.</summary>
public static class AccessibilityEndpoints
{
    public static void MapAccessibility(this IEndpointRouteBuilder staff)
    {
        var tests = staff.MapGroup("/accessibility").AddEndpointFilter(ReadersAndJudgesAsync);
        tests.MapGet("", ListAsync);
        tests.MapPost("", BeginAsync);
        var test = tests.MapGroup("{year:int}");
        test.MapGet("", (int year, TestView view, CancellationToken ct) => view.ShowAsync(year, [], ct));
        test.MapPost("machine", ReplaceMachineAsync);
        test.MapPost("publication", PublishAsync);
        test.MapGet("record", async (int year, TestQueries queries, CancellationToken ct) => await queries.FindAsync(year, ct) is { } open
            ? ShowRecord(open, TestDetails.Of(open.Machine, open.Test), [])
            : Pages.Failure(StatusCodes.Status404NotFound));
        test.MapPost("record", DescribeAsync);
        test.MapGet("results.csv", async (int year, TestQueries queries, CancellationToken ct) => await queries.FindAsync(year, ct) is { } open
            ? Downloads.Csv($"shiken-kekka-{year}", WorksheetTable.Results(open.Test))
            : Pages.Failure(StatusCodes.Status404NotFound));
        test.MapWorksheet();
        test.MapSelfEvaluation();
    }

    // The prefecture and the operator look; the secretariat judges.
    static async ValueTask<object?> ReadersAndJudgesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var viewer = context.HttpContext.RequestServices.GetRequiredService<Viewer>();
        if (!viewer.MayReadTests) return Pages.Failure(StatusCodes.Status403Forbidden, "アクセシビリティの試験は開けません", "試験は事務局が行い、県の承認者と運用管理者が見ます。必要なときは、運用管理者に役割の変更を頼んでください。");
        return HttpMethods.IsGet(context.HttpContext.Request.Method) || viewer.MayJudge
            ? await next(context)
            : Pages.Failure(StatusCodes.Status403Forbidden, "この操作はできません", "試験と判定は、事務局の役割で行えます。");
    }

    static Task<IResult> ListAsync(TestQueries queries, CycleQueries cycle, SelfEvaluationQueries evaluations, CancellationToken ct) => ShowListAsync(queries, cycle, evaluations, null, ct);

    static async Task<IResult> ShowListAsync(TestQueries queries, CycleQueries cycle, SelfEvaluationQueries evaluations, string? problem, CancellationToken ct) =>
        Pages.Show<TestsScreen>(new { Tests = await queries.ListAsync(ct), Steps = await cycle.StepsAsync(ct), Evaluations = await evaluations.YearsAsync(ct), Mistakes = MistakesOf(problem) }, StatusOf(problem));

    static async Task<IResult> BeginAsync(HttpContext context, TestDesk desk, TestQueries queries, CycleQueries cycle, SelfEvaluationQueries evaluations, Viewer viewer, Status status, CancellationToken ct)
    {
        var (json, problem) = await ReadFileAsync(await context.Request.ReadFormAsync(ct), ct);
        if (json is null) return await ShowListAsync(queries, cycle, evaluations, problem, ct);
        var (year, refused) = await desk.BeginAsync(json, viewer.Actor, ct);
        if (year is null) return await ShowListAsync(queries, cycle, evaluations, refused, ct);
        status.Say(context, $"{year}年度の試験を始めました。次は「試験の記録」に、試験する部署と支援技術を入れてください。");
        return Results.Redirect($"/accessibility/{year}");
    }

    static async Task<IResult> ReplaceMachineAsync(int year, HttpContext context, TestDesk desk, TestView view, Viewer viewer, Status status, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var (json, problem) = await ReadFileAsync(form, ct);
        if (json is null) return await view.ShowAsync(year, MistakesOf(problem), ct);
        var (said, refused) = await desk.ReplaceMachineAsync(year, json, form["newSample"] == "on", viewer.Actor, ct);
        if (said is null) return await view.ShowAsync(year, MistakesOf(refused), ct);
        status.Say(context, said);
        return Results.Redirect($"/accessibility/{year}");
    }

    static async Task<IResult> PublishAsync(int year, HttpContext context, TestDesk desk, TestView view, Viewer viewer, Status status, CancellationToken ct)
    {
        if (await desk.PublishAsync(year, viewer.Actor, ct) is { } problem) return await view.ShowAsync(year, [new Mistake("publish", problem)], ct);
        status.Say(context, $"{year}年度の試験の結果を公表しました。公開サイトの試験結果のページが、まもなく新しくなります。");
        return Results.Redirect($"/accessibility/{year}");
    }

    static async Task<IResult> DescribeAsync(int year, HttpContext context, TestDesk desk, TestQueries queries, Viewer viewer, Status status, CancellationToken ct)
    {
        if (await queries.FindAsync(year, ct) is not { } open) return Pages.Failure(StatusCodes.Status404NotFound);
        var details = TestDetails.Read(await context.Request.ReadFormAsync(ct));
        if (await desk.DescribeAsync(year, details, viewer.Actor, ct) is { Count: > 0 } mistakes) return ShowRecord(open, details, mistakes);
        status.Say(context, "試験の記録を保存しました。");
        return Results.Redirect($"/accessibility/{year}");
    }

    static IResult ShowRecord(OpenTest open, TestDetails details, IReadOnlyList<Mistake> mistakes) =>
        Pages.Show<RecordScreen>(new { Open = open, Details = details, Mistakes = mistakes }, mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    static async Task<(string? Json, string? Problem)> ReadFileAsync(IFormCollection form, CancellationToken ct)
    {
        if (form.Files["file"] is not { Length: > 0 } file) return (null, "機械の検査の結果のファイルを選んでください。");
        if (file.Length > MachineEvidence.MaxBytes) return (null, $"ファイルが大きすぎます。{MachineEvidence.MaxBytes / 1024 / 1024}MB以下の、tools/evidence が書き出したファイルを選んでください。");
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        try
        {
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray()).TrimStart('\uFEFF'), null);
        }
        catch (ArgumentException)
        {
            return (null, "文字として読み取れません。tools/evidence が書き出したJSONのファイルを、そのまま選んでください。");
        }
    }

    static IReadOnlyList<Mistake> MistakesOf(string? problem) => problem is null ? [] : [new Mistake("file", problem)];

    static int StatusOf(string? problem) => problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
