using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Sheets;

namespace Kakehashi.Cms.MemberImport;

/// <summary>会員の取込み: upload, look at every row, then import; and the list of members as it is now.</summary>
public static class MemberImportEndpoints
{
    public static void MapMemberImport(this IEndpointRouteBuilder staff)
    {
        var import = staff.MapGroup("/member-import").AddEndpointFilter(async (context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<Viewer>().MayHandleSubmissions
                ? await next(context)
                : Pages.Failure(StatusCodes.Status403Forbidden, "会員の取込みは開けません", "会員の取込みは事務局だけが行えます。"));
        import.MapGet("", () => Pages.Show<UploadScreen>(new { }));
        import.MapGet("template.csv", (Viewer viewer) => Downloads.Csv("kaiin-hinagata", MemberColumns.Template(viewer.Program)));
        import.MapGet("template.xlsx", (Viewer viewer) => Downloads.Xlsx("kaiin-hinagata", "会員", MemberColumns.Template(viewer.Program)));
        import.MapGet("members.csv", async (MemberList list, Viewer viewer, CancellationToken ct) => Downloads.Csv("kaiin", await list.RowsAsync(viewer.Actor, ct)));
        import.MapGet("members.xlsx", async (MemberList list, Viewer viewer, CancellationToken ct) => Downloads.Xlsx("kaiin", "会員", await list.RowsAsync(viewer.Actor, ct)));
        import.MapPost("", CheckAsync);
        import.MapPost("members", ImportAsync);
    }

    static async Task<IResult> CheckAsync(HttpContext context, MemberImporter importer, HeldSheets held, Viewer viewer, CancellationToken ct)
    {
        if ((await context.Request.ReadFormAsync(ct)).Files["file"] is not { Length: > 0 } file) return Ask("ファイルを選んでください。");
        if (file.Length > Sheet.MaxBytes) return Ask($"ファイルが大きすぎます。{Sheet.MaxBytes / 1024 / 1024}MB以下にしてください。");
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        bytes.Position = 0;
        var (sheet, problem) = await SheetFile.ReadAsync(bytes, ct);
        if (sheet is null) return Ask(problem!);
        var report = await importer.RunAsync(sheet, dryRun: true, viewer.Actor, ct);
        return report.Problems.Count > 0
            ? Ask([.. report.Problems])
            : Pages.Show<ReportScreen>(new { Report = report, Id = await held.KeepAsync(bytes.ToArray(), viewer.Actor, ct) });
    }

    static async Task<IResult> ImportAsync(HttpContext context, MemberImporter importer, HeldSheets held, Viewer viewer, Status status, CancellationToken ct)
    {
        if (!Guid.TryParse((await context.Request.ReadFormAsync(ct))["list"], out var id)) return Pages.Failure(StatusCodes.Status400BadRequest);
        if (await held.FindAsync(id, viewer.Actor, ct) is not { } bytes) return Ask("取り込むファイルが残っていません。もう一度選んでください。");
        using var file = new MemoryStream(bytes);
        var (sheet, problem) = await SheetFile.ReadAsync(file, ct);
        if (sheet is null) return Ask(problem!);
        var report = await importer.RunAsync(sheet, dryRun: false, viewer.Actor, ct);
        if (report.Problems.Count > 0) return Ask([.. report.Problems]);
        held.Drop(id);
        status.Say(context, $"{report.Count(RowOutcome.New)}件の会員を取り込みました。登録済み{report.Count(RowOutcome.Known)}件、取り込めなかったもの{report.Count(RowOutcome.Refused)}件です。");
        return Results.Redirect("/member-import");
    }

    static IResult Ask(params string[] problems) => Pages.Show<UploadScreen>(new { Mistakes = (IReadOnlyList<Mistake>)[.. problems.Select(problem => new Mistake("file", problem))] }, StatusCodes.Status422UnprocessableEntity);
}
