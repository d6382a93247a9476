using System.Globalization;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Mending;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Reasons;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Editing;

/// <summary>Lists, an item's page, what is done there, and its history.</summary>
public sealed class ItemFlow(EditorialDesk desk, MendingDesk mending, ItemQueries items, FieldSourceQueries sources, AccessibilityCheck accessibility, PreviewClient site, Viewer viewer, Status status, IHttpContextAccessor accessor)
{
    static readonly Dictionary<string, MediaFile> NoMedia = [];
    static readonly Dictionary<string, string> NothingTyped = [];

    public async Task<IResult> ListAsync(ContentType? type, ItemFilter filter, CancellationToken ct) =>
        Pages.Show<ListScreen>(new { Type = type, Filter = filter, List = await items.ListAsync(filter, ct), Sources = await sources.ForListAsync(type, ct) });

    /// <summary>Leads from a short address, as mails have it, to the item's page.</summary>
    public async Task<IResult> FindAsync(Guid id, CancellationToken ct) =>
        await items.FindAsync(id, ct) is { } detail ? Results.Redirect(PathOf(detail)) : Pages.Failure(StatusCodes.Status404NotFound);

    public async Task<IResult> ShowAsync(ContentType type, Guid id, CancellationToken ct) =>
        await items.FindAsync(id, ct) is { } detail && detail.Type == type ? await ShowAsync(detail, [], NothingTyped, ct) : Pages.Failure(StatusCodes.Status404NotFound);

    public async Task<IResult> ActAsync(ContentType type, Guid id, IFormCollection form, CancellationToken ct)
    {
        if (form["step"].ToString().Split(':') is ["mend", var which]) return await MendAsync(type, id, form, which, ct);
        if (!Enum.TryParse<EditorialAction>(form["action"], out var action) || action is not (EditorialAction.Submit or EditorialAction.Recall or EditorialAction.End))
            return Pages.Failure(StatusCodes.Status400BadRequest);
        if (await items.FindAsync(id, ct) is not { } before || before.Type != type) return Pages.Failure(StatusCodes.Status404NotFound);
        var typed = FindingReasons.Typed(form.Select(field => (field.Key, field.Value.ToString())));
        var outcome = action == EditorialAction.Submit ? await desk.GiveReasonsAsync(id, Number(form["base"]), typed, viewer.Actor, ct) : null;
        if (outcome is null or Outcome.Done) outcome = await desk.ActAsync(id, Number(form["base"]), action, form["comment"], viewer.Actor, ct);
        if (outcome is Outcome.Invalid invalid && await items.FindAsync(id, ct) is { } detail)
            return await ShowAsync(detail, [.. invalid.Problems.Select(Shown)], typed, ct);
        if (outcome is Outcome.Unjudged unjudged && await items.FindAsync(id, ct) is { } waiting)
            return await ShowAsync(waiting, [new Mistake(null, unjudged.Message, IsLead: true)], typed, ct, StatusCodes.Status503ServiceUnavailable);
        if (outcome is not Outcome.Done done) return Refusals.Show(outcome);
        status.Say(accessor.HttpContext!, action switch
        {
            EditorialAction.Recall => "引き戻しました。下書きとして直せます。",
            EditorialAction.End => "公開を終えました。ページは一覧からも消えます。",
            _ => done.Item.State == EditorialState.InCheck ? "提出しました。事務局の確認を待っています。" : "提出しました。県の承認を待っています。",
        });
        return Results.Redirect($"/items/{type.Folder}/{id}");
    }

    async Task<IResult> MendAsync(ContentType type, Guid id, IFormCollection form, string which, CancellationToken ct)
    {
        if (await items.FindAsync(id, ct) is not { } before || before.Type != type) return Pages.Failure(StatusCodes.Status404NotFound);
        var typed = FindingReasons.Typed(form.Select(field => (field.Key, field.Value.ToString())));
        var number = Number(form["base"]);
        var outcome = await desk.GiveReasonsAsync(id, number, typed, viewer.Actor, ct);
        var mended = 0;
        if (outcome is Outcome.Done) (outcome, mended) = await mending.MendAsync(id, number, which, viewer.Actor, ct);
        switch (outcome)
        {
            case Outcome.Done:
                status.Say(accessor.HttpContext!, MendingDesk.Words(mended));
                return Results.Redirect($"{PathOf(before)}#accessibility");
            case Outcome.Unjudged unjudged:
                return await ShowAsync(before, [new Mistake(null, unjudged.Message, IsLead: true)], typed, ct, StatusCodes.Status503ServiceUnavailable);
            case Outcome.Invalid invalid:
                return await ShowAsync(before, [.. invalid.Problems.Select(Shown)], typed, ct);
            default:
                return Refusals.Show(outcome);
        }
    }

    /// <param name="from">Older revision to compare; null = the one before <paramref name="to"/>.</param>
    /// <param name="to">Newer revision; null = the newest.</param>
    public async Task<IResult> HistoryAsync(ContentType type, Guid id, int? from, int? to, CancellationToken ct)
    {
        if (await items.FindAsync(id, ct) is not { } detail || detail.Type != type) return Pages.Failure(StatusCodes.Status404NotFound);
        var newer = detail.Revisions.FirstOrDefault(revision => revision.Number == to) ?? detail.Newest;
        var older = detail.Revisions.FirstOrDefault(revision => revision.Number == (from ?? newer.Number - 1));
        return Pages.Show<HistoryScreen>(new { Detail = detail, From = older, To = newer, Sources = await sources.ForFormAsync(type, NoMedia, ct) });
    }

    public async Task<IResult> RestoreAsync(ContentType type, Guid id, IFormCollection form, CancellationToken ct)
    {
        var number = Number(form["revision"]);
        if (await items.FindAsync(id, ct) is not { } detail || detail.Type != type || detail.Revisions.FirstOrDefault(revision => revision.Number == number) is not { } old)
            return Pages.Failure(StatusCodes.Status404NotFound);
        var outcome = await desk.SaveAsync(id, Number(form["base"]), old.ToDraft(), viewer.Actor, ct);
        if (outcome is Outcome.Invalid invalid) return await ShowAsync(detail, [.. invalid.Problems.Select(problem => new Mistake(null, problem.Message))], NothingTyped, ct);
        if (outcome is not Outcome.Done) return Refusals.Show(outcome);
        status.Say(accessor.HttpContext!, $"第{number}版の内容で、新しい下書きを作りました。");
        return Results.Redirect(new EditAddress(type, id, false).Path);
    }

    // The fields of the content stand on another screen.
    static Mistake Shown(FieldProblem problem) =>
        new(problem.Field == "comment" || problem.Field.StartsWith(FindingReasons.InputOf(""), StringComparison.Ordinal) ? problem.Field : null, problem.Message);

    async Task<IResult> ShowAsync(ItemDetail detail, IReadOnlyList<Mistake> mistakes, IReadOnlyDictionary<string, string> typed, CancellationToken ct, int refused = StatusCodes.Status422UnprocessableEntity) =>
        Pages.Show<ItemScreen>(
            new
            {
                Detail = detail,
                Sources = await sources.ForFormAsync(detail.Type, NoMedia, ct),
                Mistakes = mistakes,
                Typed = typed,
                Page = await accessibility.OfAsync(detail.Item, detail.Newest, [], ct),
                Linking = await items.LinkingAsync(detail.Item, ct),
                Delay = await DelayAsync(detail, ct),
            },
            mistakes.Count > 0 ? refused : StatusCodes.Status200OK);

    async Task<IReadOnlyList<string>> DelayAsync(ItemDetail detail, CancellationToken ct) =>
        await items.HeldBackAsync(detail, ct) is { } held ? [held] : PublicationDelay.Of(detail, detail.Live is null ? null : await site.StatusAsync(ct));

    static string PathOf(ItemDetail detail) => $"/items/{detail.Type.Folder}/{detail.Item.Id}";

    static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
