using Kakehashi.Cms.Frame;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Editing;

/// <summary>Lists, items, their edit screens and their history.</summary>
public static class EditingEndpoints
{
    public static void MapEditing(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("/search", (HttpContext context, ItemFlow flow, CancellationToken ct) => flow.ListAsync(null, Filter(context.Request.Query, null), ct));
        staff.MapGet("/items/{id:guid}", (Guid id, ItemFlow flow, CancellationToken ct) => flow.FindAsync(id, ct));

        var items = staff.MapGroup("/items/{folder}");
        items.MapGet("", (string folder, HttpContext context, ItemFlow flow, CancellationToken ct) => Typed(folder, type =>
            flow.ListAsync(type, Filter(context.Request.Query, type), ct)));
        items.MapGet("{id:guid}", (string folder, Guid id, ItemFlow flow, CancellationToken ct) => Typed(folder, type => flow.ShowAsync(type, id, ct)));
        items.MapPost("{id:guid}/state", (string folder, Guid id, HttpContext context, ItemFlow flow, CancellationToken ct) => Typed(folder, async type =>
            await flow.ActAsync(type, id, await context.Request.ReadFormAsync(ct), ct)));
        items.MapGet("{id:guid}/history", (string folder, Guid id, int? from, int? to, ItemFlow flow, CancellationToken ct) => Typed(folder, type =>
            flow.HistoryAsync(type, id, from, to, ct)));
        items.MapPost("{id:guid}/restored", (string folder, Guid id, HttpContext context, ItemFlow flow, CancellationToken ct) => Typed(folder, async type =>
            await flow.RestoreAsync(type, id, await context.Request.ReadFormAsync(ct), ct)));

        items.MapGet("new", (string folder) => Typed(folder, type =>
            Task.FromResult(Results.Redirect(new EditAddress(type, Guid.CreateVersion7(), true).Path))));
        foreach (var (pattern, isNew) in new[] { ("new/{key:guid}", true), ("{key:guid}/edit", false) })
        {
            items.MapGet(pattern, (string folder, Guid key, EditFlow flow, CancellationToken ct) => Typed(folder, type =>
                flow.ShowAsync(new EditAddress(type, key, isNew), ct)));
            items.MapPost(pattern, (string folder, Guid key, HttpContext context, EditFlow flow, CancellationToken ct) => Typed(folder, async type =>
                await flow.PostAsync(new EditAddress(type, key, isNew), await context.Request.ReadFormAsync(ct), ct)));
        }
    }

    static Task<IResult> Typed(string folder, Func<ContentType, Task<IResult>> go) =>
        ContentType.FindByFolder(folder) is { } type ? go(type) : Task.FromResult(Pages.Failure(StatusCodes.Status404NotFound));

    static ItemFilter Filter(IQueryCollection query, ContentType? type) => new(
        type,
        Enum.TryParse<EditorialState>(query["state"], out var state) && Enum.IsDefined(state) ? [state] : null,
        query["q"].ToString() is { Length: <= 100 } text ? text.Trim() : "",
        null,
        Enum.TryParse<ItemSort>(query["sort"], out var sort) && Enum.IsDefined(sort) ? sort : ItemSort.Touched,
        int.TryParse(query["page"], out var page) && page is > 0 and < 100_000 ? page : 1);
}
