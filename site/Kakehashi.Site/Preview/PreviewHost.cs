using System.Collections.Frozen;
using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;
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

    /// <summary><c>POST /preview</c> (a <see cref="PreviewRequest"/>, answered with its page), <c>GET /status</c> (a <see cref="SiteReport"/>), and the assets and media that pages ask for.</summary>
    public static void MapPreview(this IEndpointRouteBuilder routes, Func<Snapshot?> current, TimeProvider time, Func<SiteReport?> report)
    {
        routes.MapPost("/preview", (HttpRequest request) => RenderAsync(request, current(), time.GetUtcNow()));
        routes.MapGet("/status", () => report() is { } stands ? Results.Json(stands, ContentJson.Options) : Results.NotFound());
        routes.MapGet("/assets/{name}", (HttpRequest request) => Asset(request.Path));
        routes.MapGet("/media/{name}", (HttpRequest request, CancellationToken cancellation) => MediaAsync(request.Path, current(), cancellation));
    }

    static async Task<IResult> RenderAsync(HttpRequest request, Snapshot? snapshot, DateTimeOffset now)
    {
        if (snapshot is null) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        try
        {
            return await request.ReadFromJsonAsync<PreviewRequest>(ContentJson.Options, request.HttpContext.RequestAborted) is { } asked
                && await PagePreview.RenderAsync(With(snapshot, asked), asked.Document, now) is { } html
                ? TypedResults.Content(html, "text/html; charset=utf-8")
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
        return new Snapshot(asked.Program ?? snapshot.Program, snapshot.Items, media);
    }

    static Results<FileContentHttpResult, NotFound> Asset(string address) => Assets.TryGetValue(address, out var asset)
        ? TypedResults.Bytes(asset.Bytes.ToArray(), asset.ContentType)
        : TypedResults.NotFound();

    static async Task<Results<FileStreamHttpResult, NotFound>> MediaAsync(string address, Snapshot? snapshot, CancellationToken cancellation) =>
        snapshot?.Media.Values.FirstOrDefault(media => media.File.Href == address) is { } found
            ? TypedResults.Stream(await found.OpenAsync(cancellation), found.File.ContentType)
            : TypedResults.NotFound();
}
