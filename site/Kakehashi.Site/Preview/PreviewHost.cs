using System.Collections.Frozen;
using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;
using Kakehashi.Site.Planning;
using Kakehashi.Site.Publishing;
using Kakehashi.Site.Sources;
using Kakehashi.Themes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Kakehashi.Site.Preview;

/// <summary>Internal endpoint of the site process, for the CMS alone: a Unix domain socket that only its user may open.</summary>
public static class PreviewHost
{
    static readonly FrozenDictionary<string, ThemeAsset> Assets = Theme.Assets.ToFrozenDictionary(asset => asset.Address, StringComparer.Ordinal);

    /// <summary>A host that listens on a Unix domain socket; a socket left by a dead process is replaced.</summary>
    /// <param name="socket">Path of the socket, at most 107 bytes.</param>
    /// <param name="current">The site's content now; null before it was first read.</param>
    /// <param name="report">How the site stands; null before its first run.</param>
    public static WebApplication Create(string socket, Func<Snapshot?> current, TimeProvider time, Func<SiteReport?> report)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(socket))!);
        File.Delete(socket);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(socket));
        var app = builder.Build();
        app.MapPreview(current, time, report);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        });
        return app;
    }

    /// <summary><c>POST /preview</c> (a <see cref="PreviewRequest"/>, answered with its page), <c>POST /check</c> (the same, answered with what the rules find), <c>POST /settings</c> (a <see cref="ProgramSettings"/>, answered with a <see cref="Problem"/> for each of its links that leads nowhere), <c>GET /status</c> (a <see cref="SiteReport"/>), <c>GET /pages</c> (every <see cref="PublicPage"/>), and the assets and media that pages ask for.</summary>
    public static void MapPreview(this IEndpointRouteBuilder routes, Func<Snapshot?> current, TimeProvider time, Func<SiteReport?> report)
    {
        routes.MapPost("/preview", (HttpRequest request) => AnswerAsync(request, current(), async (snapshot, draft) =>
            await PagePreview.RenderAsync(snapshot, draft, time.GetUtcNow()) is { } html ? TypedResults.Content(html, "text/html; charset=utf-8") : null));
        routes.MapPost("/check", (HttpRequest request) => AnswerAsync(request, current(), async (snapshot, draft) =>
            await PagePreview.CheckAsync(snapshot, draft, time.GetUtcNow()) is { } findings ? TypedResults.Json(findings, ContentJson.Options) : null));
        routes.MapPost("/settings", async (HttpRequest request) => current() is { } snapshot
            ? Results.Json(SettingsLinks.Dead(Planner.Plan(new Snapshot((await request.ReadFromJsonAsync<ProgramSettings>(ContentJson.Options, request.HttpContext.RequestAborted))!, snapshot.Items, snapshot.Media, snapshot.Tests, snapshot.Evaluations), time.GetUtcNow())), ContentJson.Options)
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        routes.MapGet("/status", () => report() is { } stands ? Results.Json(stands, ContentJson.Options) : Results.NotFound());
        routes.MapGet("/pages", () => current() is { } snapshot ? Results.Json(PagesOf(snapshot, time.GetUtcNow()), ContentJson.Options) : Results.NotFound());
        routes.MapGet("/assets/{name}", (HttpRequest request) => Asset(request.Path));
        routes.MapGet("/media/{name}", (HttpRequest request, CancellationToken cancellation) => MediaAsync(request.Path, current(), cancellation));
    }

    static IEnumerable<PublicPage> PagesOf(Snapshot snapshot, DateTimeOffset now) =>
        Planner.Plan(snapshot, now).Routes.OfType<PageRoute>().Select(route => new PublicPage(route.Model.Address, route.Model.Title));

    static async Task<IResult> AnswerAsync(HttpRequest request, Snapshot? snapshot, Func<Snapshot, ItemDocument, Task<IResult?>> answer)
    {
        if (snapshot is null) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        try
        {
            return await request.ReadFromJsonAsync<PreviewRequest>(ContentJson.Options, request.HttpContext.RequestAborted) is { } asked
                && await answer(With(snapshot, asked), asked.Document) is { } answered
                ? answered
                : TypedResults.NotFound();
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }
    }

    // Files that are new come as descriptions alone: the CMS serves their bytes itself.
    static Snapshot With(Snapshot snapshot, PreviewRequest asked)
    {
        var media = new Dictionary<string, SourceMedia>(snapshot.Media, StringComparer.Ordinal);
        foreach (var file in asked.Media)
            media[file.Name] = new SourceMedia(file, _ => throw new FileNotFoundException("Only described by the CMS.", file.Name));
        return new Snapshot(asked.Program ?? snapshot.Program, snapshot.Items, media, snapshot.Tests, snapshot.Evaluations);
    }

    static Results<FileContentHttpResult, NotFound> Asset(string address) => Assets.TryGetValue(address, out var asset)
        ? TypedResults.Bytes(asset.Bytes.ToArray(), asset.ContentType)
        : TypedResults.NotFound();

    static async Task<Results<FileStreamHttpResult, NotFound>> MediaAsync(string address, Snapshot? snapshot, CancellationToken cancellation) =>
        snapshot?.Media.Values.FirstOrDefault(media => media.File.Href == address) is { } found
            ? TypedResults.Stream(await found.OpenAsync(cancellation), found.File.ContentType)
            : TypedResults.NotFound();
}
