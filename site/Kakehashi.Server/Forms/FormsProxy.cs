using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Kakehashi.Server.Forms;

/// <summary>Hands <c>/forms/*</c> on to the forms API and its answer back, both as streams.</summary>
internal sealed class FormsProxy(SiteServerOptions options, ErrorPages errors, ILogger<FormsProxy> log) : IDisposable
{
    private readonly HttpMessageInvoker upstream = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        UseCookies = false,
        UseProxy = false,
    });

    public async Task ForwardAsync(HttpContext context, SitePath path)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.ContentLength > options.FormsBodyLimitBytes)
        {
            await WriteRefusalAsync(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }
        if (options.Forms is null)
        {
            await WriteUnavailableAsync(context, StatusCodes.Status503ServiceUnavailable);
            return;
        }
        using var patience = new CancellationTokenSource(options.FormsTimeout, options.Time);
        using var gone = context.RequestAborted.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), patience);
        using var request = CreateRequest(context, options.Forms, path, patience);
        using var response = await SendAsync(context, request, patience.Token);
        if (response is not null)
            await WriteAsync(context, response, patience);
    }

    public void Dispose() => upstream.Dispose();

    private HttpRequestMessage CreateRequest(HttpContext context, Uri origin, SitePath path, CancellationTokenSource patience)
    {
        // The path was checked; the forms API shall see it exactly as it was sent.
        var address = new Uri(
            origin.GetLeftPart(UriPartial.Authority) + path.Raw + path.Query,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(HttpMethod.Parse(context.Request.Method), address);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            request.Content = new ForwardedBody(
                context.Request.Body, context.Request.ContentLength, () => patience.CancelAfter(options.FormsTimeout));
        }
        ForwardedHeaders.CopyRequest(context.Request, request);
        return request;
    }

    /// <returns>Null where there is no answer; the visitor has then been told.</returns>
    private async Task<HttpResponseMessage?> SendAsync(HttpContext context, HttpRequestMessage request, CancellationToken patience)
    {
        try
        {
            return await upstream.SendAsync(request, patience);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Exception error) when (ClientFault(error) is { } fault)
        {
            await WriteRefusalAsync(context, fault.StatusCode);
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("The forms API did not answer within {Timeout}", options.FormsTimeout);
            await WriteUnavailableAsync(context, StatusCodes.Status504GatewayTimeout);
        }
        catch (HttpRequestException error)
        {
            log.LogWarning("The forms API cannot be reached: {Reason}", error.HttpRequestError);
            await WriteUnavailableAsync(context, StatusCodes.Status503ServiceUnavailable);
        }
        return null;
    }

    private async Task WriteAsync(HttpContext context, HttpResponseMessage response, CancellationTokenSource patience)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        ForwardedHeaders.CopyResponse(response, context.Response);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            var writer = context.Response.BodyWriter;
            int read;
            while ((read = await body.ReadAsync(writer.GetMemory(), patience.Token)) > 0)
            {
                writer.Advance(read);
                await writer.FlushAsync(patience.Token);
                patience.CancelAfter(options.FormsTimeout);
            }
        }
        catch (Exception error) when (error is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status line is out: only a broken connection tells the visitor that the answer is not whole.
            context.Abort();
        }
    }

    /// <summary>The rest of the body is not read, so nothing can follow it on an HTTP/1.1 connection.</summary>
    private Task WriteRefusalAsync(HttpContext context, int status)
    {
        if (HttpProtocol.IsHttp11(context.Request.Protocol))
            context.Response.Headers.Connection = "close";
        return errors.WriteAsync(context, status);
    }

    private Task WriteUnavailableAsync(HttpContext context, int status)
    {
        context.Response.Headers.RetryAfter = "120";
        return errors.WriteAsync(context, status);
    }

    /// <summary>Too big or too slow a body surfaces from within the send.</summary>
    private static BadHttpRequestException? ClientFault(Exception? error) =>
        error is null ? null : error as BadHttpRequestException ?? ClientFault(error.InnerException);
}
