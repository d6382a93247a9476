using System.Security.Cryptography;
using System.Text.Json;
using Kakehashi.Cms.Media;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace Kakehashi.Cms.Delivery;

/// <summary><c>/delivery/v1</c>: what is published, for whoever builds a site from it.</summary>
static class DeliveryEndpoints
{
    const int MaxWaitSeconds = 60;

    public static void MapDelivery(this IEndpointRouteBuilder routes)
    {
        var delivery = routes.MapGroup("/delivery/v1").WithTags("Delivery").AllowAnonymous().AddEndpointFilter(UnavailableAsync);
        delivery.MapGet("/program", ProgramAsync).WithSummary("Settings of the programme, the media that published items use, and the accessibility tests").Produces<DeliveryProgram>().ProducesProblem(404);
        delivery.MapGet("/items", ItemsAsync).WithSummary("Published items in the order of their ids").Produces<DeliveryPage>().ProducesProblem(404);
        delivery.MapGet("/items/{id:guid}", ItemAsync).WithSummary("One published item").Produces<DeliveryItem>().ProducesProblem(404);
        delivery.MapGet("/changes", ChangesAsync).WithSummary("Changes after a sequence number; waits for the next").Produces<DeliveryChanges>().ProducesProblem(404);
        delivery.MapGet("/media/{name}/{hash}", MediaAsync).WithSummary("Bytes of a file").Produces(200, contentType: "application/octet-stream").ProducesProblem(404);
        routes.MapOpenApi("/delivery/v1/openapi.json").AllowAnonymous();
        routes.MapFallback("/delivery/{**rest}", DeliveryKey.WriteNotFoundAsync).AllowAnonymous();
    }

    // Readers try again later; what went wrong is in the log.
    static async ValueTask<object?> UnavailableAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (exception is NpgsqlException || exception.InnerException is NpgsqlException)
        {
            context.HttpContext.RequestServices.GetRequiredService<ILogger<DeliveryReader>>().LogError(exception, "The database cannot be read.");
            return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    static async Task ProgramAsync(DeliveryReader reader, HttpContext context) =>
        await WriteAsync(context, await reader.ProgramAsync(context.RequestAborted));

    /// <param name="type">Name of a content type; all types where it is left out.</param>
    /// <param name="cursor">As the page before gave it.</param>
    static async Task ItemsAsync(string? type, string? cursor, DeliveryReader reader, HttpContext context)
    {
        var found = type is null ? null : ContentType.Find(type);
        var after = Guid.Empty;
        if (type is not null && found is null || cursor is not null && !Guid.TryParseExact(cursor, "n", out after)) await DeliveryKey.WriteNotFoundAsync(context);
        else await WriteAsync(context, await reader.PageAsync(found, cursor is null ? null : after, context.RequestAborted));
    }

    static async Task ItemAsync(Guid id, DeliveryReader reader, HttpContext context) =>
        await WriteAsync(context, await reader.ItemAsync(id, context.RequestAborted));

    /// <param name="since">Last number known; 0 = from the beginning.</param>
    /// <param name="wait">Seconds to wait for a change when there is none; at most 60.</param>
    static async Task ChangesAsync(DeliveryReader reader, ChangeSignal signal, IHostApplicationLifetime host, HttpContext context, long since = 0, int wait = 0)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        ended.CancelAfter(TimeSpan.FromSeconds(Math.Clamp(wait, 0, MaxWaitSeconds)));
        while (true)
        {
            var next = signal.Next;
            var changes = await reader.ChangesAsync(since, context.RequestAborted);
            if (changes.Changes.Count > 0 || changes.Sequence < since || ended.IsCancellationRequested)
            {
                await WriteAsync(context, changes);
                return;
            }
            await next.WaitAsync(ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static async Task MediaAsync(string name, string hash, DeliveryReader reader, MediaFiles files, HttpContext context)
    {
        if (await reader.MediaAsync(name, hash, context.RequestAborted) is { } file && File.Exists(files.PathOf(file.Hash)))
            await Results.File(files.PathOf(file.Hash), file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\"")).ExecuteAsync(context);
        else await DeliveryKey.WriteNotFoundAsync(context);
    }

    static async Task WriteAsync<T>(HttpContext context, T? answer) where T : class
    {
        if (answer is null)
        {
            await DeliveryKey.WriteNotFoundAsync(context);
            return;
        }
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, ContentJson.Options);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        var headers = context.Response.GetTypedHeaders();
        (headers.ETag, headers.CacheControl) = (tag, new CacheControlHeaderValue { NoCache = true, Private = true });
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
