using Kakehashi.Forms.Accepting;
using Kakehashi.Forms.Documents;
using Kakehashi.Forms.Limits;
using Kakehashi.Forms.Steps;
using Kakehashi.Forms.Tickets;
using Kakehashi.Forms.Uploads;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Kakehashi.Forms;

/// <summary>The forms API: the only process of a site that takes what visitors send. No database, no mail, no key that opens anything.</summary>
public static class FormsHost
{
    private const int DurableWriters = 32;

    /// <summary>Makes the host; the caller runs it. The bound address stands in <c>Urls</c> after the start.</summary>
    /// <exception cref="IOException">The key file cannot be read or made.</exception>
    public static WebApplication Create(FormsOptions options)
    {
        // fsync blocks its thread: with the few that the pool starts with, some disks' waiting would hold up everybody.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, DurableWriters), ports);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        // The framework's own words may quote addresses, and addresses of links hold keys.
        builder.Logging.AddFilter("Microsoft", LogLevel.None);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(options).AddSingleton(options.Time).AddSingleton(PageSignature.Ensure(options.KeyFile));
        builder.Services.AddSingleton<InboxDirectory>().AddSingleton<CurrentKey>().AddSingleton<Acceptance>();
        builder.Services.AddSingleton<HeldSpace>().AddSingleton<HeldFiles>().AddHostedService(services => services.GetRequiredService<HeldSpace>());
        builder.Services.AddSingleton<FormDocuments>().AddSingleton<VisitorLimits>();
        builder.Services.AddSingleton<PostedFormReader>().AddSingleton<FormSteps>().AddSingleton<FormEndpoint>();
        builder.Services.AddSingleton<TicketShelf>().AddSingleton<TicketEndpoint>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Limits.RequestBytes;
            kestrel.Limits.MaxConcurrentConnections = 2_000;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(30));
            kestrel.Listen(options.Address, options.Port);
        });

        var app = builder.Build();
        app.Use(Failures.CatchAsync);
        app.MapGet("/healthz", WriteHealthAsync);
        app.MapGet("/forms/healthz", WriteHealthAsync);
        app.MapMethods("/forms/t/{link}", Reading, (RequestDelegate)OpenLinkAsync);
        app.MapMethods("/forms/{name}/{subject?}", Reading, (RequestDelegate)ShowAsync);
        app.MapPost("/forms/{name}/{subject?}", (RequestDelegate)TakeAsync);
        app.MapFallback("{**address}", context => Answer.WriteAsync(context, context.RequestServices.GetRequiredService<FormEndpoint>().Show("", null)));
        return app;
    }

    private static string[] Reading => [HttpMethods.Get, HttpMethods.Head];

    private static Task OpenLinkAsync(HttpContext context) =>
        Answer.WriteAsync(context, context.RequestServices.GetRequiredService<TicketEndpoint>().Open(Route(context, "link") ?? ""));

    private static Task ShowAsync(HttpContext context) =>
        Answer.WriteAsync(context, context.RequestServices.GetRequiredService<FormEndpoint>().Show(Route(context, "name") ?? "", Route(context, "subject")));

    private static async Task TakeAsync(HttpContext context) =>
        await Answer.WriteAsync(context, await context.RequestServices.GetRequiredService<FormEndpoint>().TakeAsync(context, Route(context, "name") ?? "", Route(context, "subject")));

    private static string? Route(HttpContext context, string name) => context.GetRouteValue(name) as string;

    private static Task WriteHealthAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync("ok", context.RequestAborted);
    }
}
