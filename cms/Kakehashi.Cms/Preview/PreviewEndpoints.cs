using System.Globalization;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.AspNetCore.Http.Extensions;

namespace Kakehashi.Cms.Preview;

/// <summary>Revisions and unsaved input as the theme will show them, for staff alone.</summary>
public static class PreviewEndpoints
{
    public static void MapPreview(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("/preview/{id:guid}/{number:int}", async (Guid id, int number, ItemQueries items, PagePreviews previews, HttpContext context, CancellationToken ct) =>
            await items.FindAsync(id, ct) is { } detail && detail.Revisions.FirstOrDefault(revision => revision.Number == number) is { } found
                ? await RenderAsync(found.DocumentOf(detail.Item), previews, context, ct)
                : Pages.Failure(StatusCodes.Status404NotFound));
        staff.MapGet("/preview/{id:guid}/{number:int}/page", async (Guid id, int number, ItemQueries items, CancellationToken ct) =>
            await items.FindAsync(id, ct) is { } detail && detail.Revisions.FirstOrDefault(revision => revision.Number == number) is { } found
                ? Pages.Show<PreviewScreen>(new
                {
                    Name = found.Title,
                    Source = $"/preview/{id}/{number.ToString(CultureInfo.InvariantCulture)}",
                    Back = new Link("元の画面に戻る", $"/items/{detail.Type.Folder}/{id}"),
                    Note = $"第{number}版（保存済み）です。",
                })
                : Pages.Failure(StatusCodes.Status404NotFound));
        staff.MapGet("/preview/unsaved/{**path}", UnsavedAsync);
        staff.MapGet("/assets/{**path}", async (string path, HttpContext context, PreviewClient client, CancellationToken ct) =>
            await client.GetAssetAsync($"/assets/{path}", ct) is { } asset ? Results.Bytes(asset.Bytes, asset.ContentType) : Results.NotFound());
    }

    // `?frame` is the page itself; without it, the screen around it.
    static async Task<IResult> UnsavedAsync(
        string path, HttpContext context, Autosaves autosaves, ItemQueries items, PagePreviews previews, Viewer viewer, TimeProvider time, CancellationToken ct)
    {
        if (EditAddress.Parse("/" + path) is not { } address || await autosaves.FindAsync(address.Subject, viewer.Actor, ct) is not { } kept)
            return Pages.Failure(StatusCodes.Status404NotFound);
        var form = ItemForm.FromJson(address.Type, kept.Form);
        if (!context.Request.Query.ContainsKey("frame"))
            return Pages.Show<PreviewScreen>(new
            {
                Name = form["title"],
                Source = context.Request.GetEncodedPathAndQuery() + "?frame",
                Back = new Link("編集に戻る", address.Path),
                Note = "まだ保存していない内容です。",
            });
        var detail = address.IsNew ? null : await items.FindAsync(address.Key, ct);
        var draft = form.ToDraft().Draft;
        return await RenderAsync(new ItemDocument
        {
            Type = address.Type.Name,
            Slug = draft.Slug.Length > 0 ? draft.Slug : detail?.Newest.Slug ?? "preview",
            PublishAt = detail?.Item.PublishedAt ?? draft.PublishAt ?? time.GetUtcNow(),
            Values = draft.Values,
        }, previews, context, ct);
    }

    static async Task<IResult> RenderAsync(ItemDocument document, PagePreviews previews, HttpContext context, CancellationToken ct)
    {
        if (await previews.RenderAsync(document, [], ct) is not { } html) return Pages.Show<NoPreviewScreen>(new { Type = ContentType.Find(document.Type)! });
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PreviewPolicy;
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
