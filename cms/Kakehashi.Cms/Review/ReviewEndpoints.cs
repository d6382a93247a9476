using System.Globalization;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Preview;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Review;

/// <summary>Reading what was submitted and deciding on it.</summary>
public static class ReviewEndpoints
{
    static readonly Dictionary<string, MediaFile> NoMedia = [];

    public static void MapReview(this IEndpointRouteBuilder staff)
    {
        var review = staff.MapGroup("/review");
        review.MapGet("", async (ItemQueries items, int? page, CancellationToken ct) =>
            Pages.Show<QueueScreen>(new { List = await items.ListAsync(new ItemFilter(States: [EditorialState.InCheck, EditorialState.AwaitingApproval], Page: page ?? 1), ct) }));
        review.MapGet("{id:guid}", async (Guid id, ItemQueries items, FieldSourceQueries sources, AccessibilityCheck accessibility, CancellationToken ct) =>
            await items.FindAsync(id, ct) is { } detail ? await ShowAsync(detail, items, sources, accessibility, [], "", ct) : Pages.Failure(StatusCodes.Status404NotFound));
        review.MapPost("{id:guid}", DecideAsync);
    }

    static async Task<IResult> DecideAsync(
        Guid id, HttpContext context, EditorialDesk desk, ItemQueries items, FieldSourceQueries sources, AccessibilityCheck accessibility, Viewer viewer, Status status, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        if (!Enum.TryParse<EditorialAction>(form["action"], out var action) || action is not (EditorialAction.Approve or EditorialAction.Return or EditorialAction.Forward)
            || !int.TryParse(form["base"], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Pages.Failure(StatusCodes.Status400BadRequest);
        var comment = form["comment"].ToString();
        var outcome = await desk.ActAsync(id, number, action, comment, viewer.Actor, ct);
        if (outcome is Outcome.Invalid invalid && await items.FindAsync(id, ct) is { } detail)
            return await ShowAsync(detail, items, sources, accessibility, [.. invalid.Problems.Select(problem => new Mistake(problem.Field == "comment" ? "comment" : null, problem.Message))], comment, ct);
        if (outcome is Outcome.Unjudged unjudged && await items.FindAsync(id, ct) is { } waiting)
            return await ShowAsync(waiting, items, sources, accessibility, [new Mistake(null, unjudged.Message, IsLead: true)], comment, ct, StatusCodes.Status503ServiceUnavailable);
        if (outcome is not Outcome.Done done) return Refusals.Show(outcome);
        status.Say(context, (action, done.Item.State) switch
        {
            (EditorialAction.Return, _) => "差し戻しました。書いた人に知らせました。",
            (EditorialAction.Forward, _) => "県の承認へ送りました。",
            (_, EditorialState.Approved) => $"承認しました。{Moment.Words(done.Item.PublishDue!.Value)}に公開します。",
            _ => "承認しました。公開しました。",
        });
        return Results.Redirect("/review");
    }

    static async Task<IResult> ShowAsync(ItemDetail detail, ItemQueries items, FieldSourceQueries sources, AccessibilityCheck accessibility, IReadOnlyList<Mistake> mistakes, string comment, CancellationToken ct, int refused = StatusCodes.Status422UnprocessableEntity) =>
        Pages.Show<ReviewScreen>(
            new { Detail = detail, Sources = await sources.ForFormAsync(detail.Type, NoMedia, ct), Mistakes = mistakes, Comment = comment, Page = await accessibility.OfAsync(detail.Item, detail.Newest, [], ct), Linking = await items.LinkingAsync(detail.Item, ct) },
            mistakes.Count > 0 ? refused : StatusCodes.Status200OK);
}
