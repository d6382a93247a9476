using System.Text.RegularExpressions;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Frame;

namespace Kakehashi.Cms.Media;

/// <summary>The media library: looking, adding, describing, and choosing for a form.</summary>
public static partial class MediaEndpoints
{
    public static void MapMediaScreens(this IEndpointRouteBuilder staff)
    {
        var media = staff.MapGroup("/media");
        media.MapGet("", async (HttpContext context, MediaFlow flow, CancellationToken ct) => await flow.ListAsync(Ask(context.Request.Query), ct));
        media.MapPost("", async (HttpContext context, MediaFlow flow, CancellationToken ct) => await flow.AddAsync(await context.Request.ReadFormAsync(ct), ct));
        media.MapPost("{name}/choice", async (string name, HttpContext context, MediaFlow flow, CancellationToken ct) =>
            await flow.ChooseAsync(name, await context.Request.ReadFormAsync(ct), ct));
        media.MapGet("{name}/about", async (string name, MediaFlow flow, CancellationToken ct) => await flow.ShowAsync(name, [], ct));
        media.MapPost("{name}/about", async (string name, HttpContext context, MediaFlow flow, CancellationToken ct) =>
            await flow.DescribeAsync(name, await context.Request.ReadFormAsync(ct), ct));
        media.MapPost("{name}/removal", async (string name, MediaFlow flow, CancellationToken ct) => await flow.RemoveAsync(name, ct));
        media.MapGet("{name}", SendAsync);
    }

    /// <summary>What the library is asked for.</summary>
    static LibraryQuery Ask(IQueryCollection query) => new(
        query["q"].ToString() is { Length: <= 100 } text ? text.Trim() : "",
        query["kind"].ToString() switch { "picture" => true, "document" => false, _ => null },
        int.TryParse(query["page"], out var page) && page is > 0 and < 10_000 ? page : 1,
        EditAddress.Parse(query["for"]),
        query["field"].ToString());

    /// <summary>The bytes, by plain name or by the fingerprinted one of pages. A file can do nothing but be looked at or kept.</summary>
    static async Task<IResult> SendAsync(string name, HttpContext context, MediaLibrary library, MediaFiles files, CancellationToken ct)
    {
        if (await library.FindAsync(Fingerprint().Replace(name, "$1"), ct) is not { } found || !File.Exists(files.PathOf(found.Hash)))
            return Pages.Failure(StatusCodes.Status404NotFound);
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        context.Response.Headers.CacheControl = "private, max-age=3600";
        return Results.File(files.PathOf(found.Hash), found.ContentType, found.ToMediaFile().IsPicture ? null : found.Name,
            entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{found.Hash}\""), enableRangeProcessing: true);
    }

    [GeneratedRegex(@"\.[0-9a-f]{12}(\.[a-z]{3,4})$")]
    private static partial Regex Fingerprint();
}

/// <summary>A view of the library.</summary>
/// <param name="Text">Found in name, alternative text or title; empty = any.</param>
/// <param name="Pictures">True = pictures, false = documents, null = both.</param>
/// <param name="Page">From 1.</param>
/// <param name="For">The form that a file is chosen for; null where one only looks.</param>
/// <param name="Field">Field of that form.</param>
public sealed record LibraryQuery(string Text, bool? Pictures, int Page, EditAddress? For, string Field)
{
    /// <summary>Name of the field that is being filled; null where one only looks.</summary>
    public string? FieldLabel => For?.Type.Field(Field)?.Label;
}
