using Kakehashi.Content;
using Kakehashi.Content.Delivery;

namespace Kakehashi.Cms.Tests.Screens;

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

    public static async Task<PreviewStub> StartAsync(string socket)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(socket));
        var app = builder.Build();
        var stub = new PreviewStub(app, socket);
        app.MapPost("/preview", async (HttpRequest request) =>
        {
            stub.Asked = await request.ReadFromJsonAsync<PreviewRequest>(ContentJson.Options);
            return stub.IsAway ? Results.StatusCode(503) : Results.Content($"<!DOCTYPE html><html lang=\"ja\"><h1>{stub.Asked!.Document.Values["title"]}</h1>", "text/html; charset=utf-8");
        });
        app.MapGet("/assets/{name}", (string name) => name == "theme.css" ? Results.Text("body{}", "text/css") : Results.NotFound());
        await app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
