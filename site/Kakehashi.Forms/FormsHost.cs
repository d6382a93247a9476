namespace Kakehashi.Forms;

/// <summary>The forms API: the only process of a site that takes what visitors send.</summary>
public static class FormsHost
{
    /// <summary>Makes the host; the caller runs it. The bound address stands in <c>Urls</c> after the start.</summary>
    public static WebApplication Create(FormsOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port);
        });

        var app = builder.Build();
        app.MapGet("/healthz", WriteHealthAsync);
        app.MapGet("/forms/healthz", WriteHealthAsync);
        app.MapFallback("{**address}", ClosedForm.WriteAsync);
        return app;
    }

    private static Task WriteHealthAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync("ok", context.RequestAborted);
    }
}
