using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Sheets;

namespace Kakehashi.Cms.Accessibility;

/// <summary>判定票: on the screen, on paper and as a table.</summary>
static class WorksheetEndpoints
{
    public static void MapWorksheet(this IEndpointRouteBuilder test)
    {
        test.MapGet("sheet", async (int year, string? page, TestQueries queries, PreviewClient site, CancellationToken ct) => await ShowAsync(year, PageOf(page), queries, site, null, [], ct));
        test.MapPost("sheet", JudgeAsync);
        test.MapPost("pictures", AddPictureAsync);
        test.MapGet("pictures/{id:guid}", SendPictureAsync);
        test.MapGet("print", PrintAsync);
        test.MapGet("worksheet.csv", async (int year, TestQueries queries, CancellationToken ct) => await queries.FindAsync(year, ct) is { } open
            ? Downloads.Csv($"hanteihyo-{year}", WorksheetTable.Sheets(Worksheet.Of(open), await queries.JudgesAsync(open, ct)))
            : Pages.Failure(StatusCodes.Status404NotFound));
    }

    static string? PageOf(string? page) => page is { Length: > 0 } ? page : null;

    static async Task<IReadOnlyDictionary<string, string>> TitlesAsync(PreviewClient site, CancellationToken ct) => await site.PagesAsync(ct) ?? new Dictionary<string, string>();

    static async Task<IResult> JudgeAsync(int year, HttpContext context, TestDesk desk, TestQueries queries, PreviewClient site, Viewer viewer, Status status, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var page = PageOf(form["page"]);
        var technology = form["technology"] is [{ Length: > 0 } chosen] ? chosen : null;
        var entries = JudgementEntry.Read(form);
        var (saved, mistakes) = await desk.JudgeAsync(year, page, entries, technology, viewer.Actor, ct);
        if (mistakes.Count > 0) return await ShowAsync(year, page, queries, site, new SheetInput(entries, technology), mistakes, ct);
        status.Say(context, saved > 0 ? $"{saved}件の判定を保存しました。" : "変わったところはありませんでした。");
        var worksheet = await queries.FindAsync(year, ct) is { } open ? Worksheet.Of(open) : new Worksheet([]);
        var sheet = worksheet.Find(page);
        return Results.Redirect(sheet is null ? $"/accessibility/{year}" : form["next"] == "on" ? worksheet.After(sheet)?.Href(year) ?? $"/accessibility/{year}" : sheet.Href(year));
    }

    static async Task<IResult> AddPictureAsync(int year, HttpContext context, PictureDesk desk, TestQueries queries, PreviewClient site, Viewer viewer, Status status, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var page = PageOf(form["page"]);
        if (await queries.FindAsync(year, ct) is not { } open || Worksheet.Of(open).Find(page) is not { } sheet) return Pages.Failure(StatusCodes.Status404NotFound);
        var input = new PictureInput(form["caption"].ToString().Trim(), form["criterion"] is [{ Length: > 0 } chosen] ? chosen : null);
        if (await desk.AddAsync(year, sheet, input.Criterion, input.Caption, form.Files["picture"], viewer.Actor, ct) is { Count: > 0 } mistakes) return await ShowAsync(year, page, queries, site, null, mistakes, ct, input);
        status.Say(context, "画面の写しを加えました。");
        return Results.Redirect(sheet.Href(year));
    }

    static async Task<IResult> SendPictureAsync(int year, Guid id, HttpContext context, TestQueries queries, MediaFiles files, CancellationToken ct)
    {
        if (await queries.PictureAsync(year, id, ct) is not { } picture || !File.Exists(files.PathOf(picture.Hash))) return Pages.Failure(StatusCodes.Status404NotFound);
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(files.PathOf(picture.Hash), picture.ContentType);
    }

    static async Task<IResult> ShowAsync(int year, string? page, TestQueries queries, PreviewClient site, SheetInput? input, IReadOnlyList<Mistake> mistakes, CancellationToken ct, PictureInput? picture = null)
    {
        if (await queries.FindAsync(year, ct) is not { } open) return Pages.Failure(StatusCodes.Status404NotFound);
        var worksheet = Worksheet.Of(open);
        var titles = await site.PagesAsync(ct);
        return worksheet.Find(page) is { } sheet
            ? Pages.Show<SheetScreen>(
                new
                {
                    Open = open,
                    Worksheet = worksheet,
                    Sheet = sheet,
                    Titles = titles ?? new Dictionary<string, string>(),
                    IsGone = page is not null && titles?.ContainsKey(PageSample.AddressOf(page)) == false,
                    Judges = await queries.JudgesAsync(open, ct),
                    Pictures = await queries.PicturesAsync(year, page, ct),
                    Input = input,
                    PictureInput = picture ?? new("", null),
                    Mistakes = mistakes,
                },
                mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Pages.Failure(StatusCodes.Status404NotFound, "判定票がありません", "このページは試験するページにないか、人が判定することがありません。", new($"{year}年度の試験に戻る", $"/accessibility/{year}"));
    }

    // Without a page all sheets; with an empty one the sheet of the whole site.
    static async Task<IResult> PrintAsync(int year, string? page, TestQueries queries, PreviewClient site, CancellationToken ct)
    {
        if (await queries.FindAsync(year, ct) is not { } open) return Pages.Failure(StatusCodes.Status404NotFound);
        var sheets = Worksheet.Of(open).Sheets.Where(sheet => page is null || sheet.Page == PageOf(page)).ToList();
        return sheets.Count > 0
            ? Pages.Show<PrintScreen>(new { Open = open, Sheets = (IReadOnlyList<Sheet>)sheets, Titles = await TitlesAsync(site, ct) })
            : Pages.Failure(StatusCodes.Status404NotFound);
    }
}

/// <summary>A sheet as it was sent and not taken.</summary>
/// <param name="Technology">支援技術 in words; null = none.</param>
public sealed record SheetInput(IReadOnlyList<JudgementEntry> Entries, string? Technology);

/// <summary>What was typed about a picture that was sent and not taken.</summary>
/// <param name="Criterion">Null = the sheet as a whole.</param>
public sealed record PictureInput(string Caption, string? Criterion);
