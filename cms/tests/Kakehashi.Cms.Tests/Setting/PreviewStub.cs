using Kakehashi.Accessibility;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;

namespace Kakehashi.Cms.Tests.Setting;

/// <summary>Answers previews on a Unix socket as the site process does.</summary>
public sealed class PreviewStub : IAsyncDisposable
{
    readonly WebApplication app;

    PreviewStub(WebApplication app, string socket) => (this.app, Socket) = (app, socket);

    public string Socket { get; }

    /// <summary>What was asked for last; null before that.</summary>
    public PreviewRequest? Asked { get; private set; }

    /// <summary>The site process cannot render now.</summary>
    public bool IsAway { get; set; }

    /// <summary>It judges by rules that find nothing, as those of an earlier day.</summary>
    public bool IsLenient { get; set; }

    /// <summary>Links that lead nowhere on every page.</summary>
    public IReadOnlyList<string> DeadLinks { get; set; } = [];

    /// <summary>How the site stands; null before it was first published.</summary>
    public SiteReport? Report { get; set; }

    /// <summary>Pages of the public site; null before it was first read.</summary>
    public IReadOnlyList<PublicPage>? Pages { get; set; }

    public static async Task<PreviewStub> StartAsync()
    {
        // Not beside the data of the CMS: nothing of the site process stands there.
        var socket = Path.Combine(Directory.CreateTempSubdirectory("kakehashi-preview-").FullName, "preview.sock");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(socket));
        var app = builder.Build();
        var stub = new PreviewStub(app, socket);
        app.MapPost("/preview", async (HttpRequest request) =>
        {
            stub.Asked = await request.ReadFromJsonAsync<PreviewRequest>(ContentJson.Options);
            return stub.IsAway ? Results.StatusCode(503) : Results.Content(Page(stub.Asked!.Document), "text/html; charset=utf-8");
        });
        app.MapPost("/check", async (HttpRequest request) =>
        {
            stub.Asked = await request.ReadFromJsonAsync<PreviewRequest>(ContentJson.Options);
            var document = stub.Asked!.Document;
            if (stub.IsLenient) return Results.Json(Array.Empty<Finding>(), ContentJson.Options);
            var findings = PageCheck.Check(Page(document), ContentType.Find(document.Type)!.Address(document.Slug)!);
            return stub.IsAway ? Results.StatusCode(503) : Results.Json(findings.Concat(stub.DeadLinks.Select(link => new Finding("", 1, "dead-link", Weight.Error, "サイト内の行き先がありません。", link))), ContentJson.Options);
        });
        app.MapPost("/settings", async (HttpRequest request) =>
        {
            var program = await request.ReadFromJsonAsync<ProgramSettings>(ContentJson.Options);
            return stub.IsAway ? Results.StatusCode(503) : Results.Json(program!.Footer.Where(link => stub.DeadLinks.Contains(link.Href)).Select(link => new Problem("program.yaml", 0, $"「{link.Label}」の行き先がありません。", link.Href)), ContentJson.Options);
        });
        app.MapGet("/status", () => stub.Report is { } report ? Results.Json(report, ContentJson.Options) : Results.NotFound());
        app.MapGet("/pages", () => stub.Pages is { } pages ? Results.Json(pages, ContentJson.Options) : Results.NotFound());
        app.MapGet("/assets/{name}", (string name) => name == "theme.css" ? Results.Text("body{}", "text/css") : Results.NotFound());
        await app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    // A page without barriers, but for those that the body itself has: a line "#### " is a heading without those above it.
    static string Page(ItemDocument document)
    {
        var title = System.Net.WebUtility.HtmlEncode(document.Values["title"]?.ToString() ?? "無題");
        var lines = (document.Values["body"]?.ToString() ?? "").Split('\n').Select(line => line.StartsWith("####", StringComparison.Ordinal) ? $"<h4>{line[5..]}</h4>" : $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>");
        return $"<!DOCTYPE html><html lang=\"ja\"><head><title>{title}</title></head><body><a href=\"#main\">本文へ進む</a><main id=\"main\"><h1>{title}</h1>{string.Concat(lines)}</main></body></html>";
    }

    /// <summary>Ends for good; nothing listens on the socket any more.</summary>
    public Task StopAsync() => app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(Socket)!, recursive: true);
    }
}
