using System.Globalization;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Submissions;

/// <summary>受付: the queue and each submission's page. Only who may read what visitors sent gets in (F12).</summary>
public static class SubmissionEndpoints
{
    public static void MapSubmissions(this IEndpointRouteBuilder staff)
    {
        var submissions = staff.MapGroup("/submissions").AddEndpointFilter(SubmissionReaders.OnlyAsync);
        submissions.MapGet("", async (HttpContext context, QueueFlow flow, CancellationToken ct) => await flow.ListAsync(Ask(context.Request.Query), ct));
        submissions.MapGet("csv", async (HttpContext context, QueueFlow flow, CancellationToken ct) => await flow.SaveAsync(Ask(context.Request.Query), ct));
        submissions.MapGet("answers.csv", async (HttpContext context, QueueFlow flow, CancellationToken ct) => await flow.SaveAnswersAsync(Ask(context.Request.Query), ct));
        submissions.MapPost("search", async (HttpContext context, QueueFlow flow, CancellationToken ct) => await flow.SearchAsync((await context.Request.ReadFormAsync(ct))["find"].ToString(), ct));
        MapOne(submissions.MapGroup("{id:guid}"));
        staff.MapSentMedia();
    }

    static void MapOne(RouteGroupBuilder one)
    {
        one.MapGet("", async (Guid id, HandlingFlow flow, CancellationToken ct) => await flow.ShowAsync(id, ct));
        one.MapGet("files/{file:guid}", FileDownload.SendAsync);
        one.MapGet("preview", PreviewAsync);
        one.MapPost("take", async (Guid id, HandlingFlow flow, CancellationToken ct) => await flow.TakeAsync(id, ct));
        one.MapPost("care", async (Guid id, HttpContext context, HandlingFlow flow, CancellationToken ct) => await flow.AssignAsync(id, await context.Request.ReadFormAsync(ct), ct));
        one.MapPost("notes", async (Guid id, HttpContext context, HandlingFlow flow, CancellationToken ct) => await flow.NoteAsync(id, await context.Request.ReadFormAsync(ct), ct));
        one.MapPost("checklist", async (Guid id, HttpContext context, HandlingFlow flow, CancellationToken ct) => await flow.TickAsync(id, await context.Request.ReadFormAsync(ct), ct));
        one.MapGet("decisions/{name}", async (Guid id, string name, HandlingFlow flow, CancellationToken ct) => await flow.AskAsync(id, name, ct));
        one.MapPost("decisions/{name}", async (Guid id, string name, HttpContext context, HandlingFlow flow, CancellationToken ct) => await flow.DecideAsync(id, name, await context.Request.ReadFormAsync(ct), ct));
        one.MapGet("mend", async (Guid id, MendFlow flow, CancellationToken ct) => await flow.ShowAsync(id, ct));
        one.MapPost("mend", async (Guid id, HttpContext context, MendFlow flow, CancellationToken ct) => await flow.MendAsync(id, await context.Request.ReadFormAsync(ct), ct));
    }

    static async Task<IResult> PreviewAsync(Guid id, HttpContext context, SubmissionReading reading, SubmittedPages submitted, PagePreviews previews, Viewer viewer, CancellationToken ct)
    {
        if (await reading.OpenAsync(id, viewer.Actor, "公開後の見た目の表示", ct) is not { Submission: { } sent } open || await submitted.OfAsync(open.Record, sent, ct) is not { } page)
            return Pages.Failure(StatusCodes.Status404NotFound);
        if (await previews.RenderAsync(page.Next.DocumentOf(page.Item), page.Media, ct) is not { } html) return Pages.Show<NoPreviewScreen>(new { page.Type });
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PreviewPolicy;
        return Results.Content(html, "text/html; charset=utf-8");
    }

    static SubmissionFilter Ask(IQueryCollection query) => new(
        Enum.TryParse<SubmissionState>(query["state"], out var state) && Enum.IsDefined(state) ? state : null,
        query["state"] == "all",
        query["form"].ToString() is { Length: > 0 } form && FormCatalogue.Labels.ContainsKey(form) ? form : null,
        query["subject"].ToString() is var subject && Content.Slug.IsValid(subject) ? subject : null,
        Guid.TryParse(query["owner"], out var owner) ? owner : null,
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 10_000 ? page : 1);
}

/// <summary>Keeps out who may not read what visitors sent.</summary>
static class SubmissionReaders
{
    public static async ValueTask<object?> OnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<Viewer>().MayReadSubmissions
            ? await next(context)
            : Pages.Failure(StatusCodes.Status403Forbidden, "受付は開けません", "受付には個人情報があるため、事務局と承認者（県）だけが開けます。必要なときは、運用管理者に役割の変更を頼んでください。");
}
