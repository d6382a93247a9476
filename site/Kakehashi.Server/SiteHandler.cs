using Kakehashi.Server.Files;
using Kakehashi.Server.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Kakehashi.Server;

/// <summary>Answers every request: the one step behind Kestrel.</summary>
internal sealed class SiteHandler(
    SiteFiles files, Redirects redirects, ErrorPages errors, FormsProxy forms, HttpsRedirect https, ILogger<SiteHandler> log)
{
    public Task HandleAsync(HttpContext context)
    {
        if (!context.Request.IsHttps)
            return https.WriteAsync(context);
        SecurityHeaders.Apply(context.Response.Headers);
        var verdict = SitePath.Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, out var path);
        if (verdict == PathVerdict.Malformed)
            return errors.WriteAsync(context, StatusCodes.Status400BadRequest);
        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (verdict == PathVerdict.Accepted && path.Value.StartsWith("/forms/", StringComparison.Ordinal) && !(isReading && IsPublished(path)))
            return forms.ForwardAsync(context, path);
        if (!isReading)
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return errors.WriteAsync(context, StatusCodes.Status405MethodNotAllowed);
        }
        if (verdict == PathVerdict.Hidden || IsFormDocument(path))
            return errors.WriteAsync(context, StatusCodes.Status404NotFound);
        return path.Value == "/healthz" ? WriteHealthAsync(context) : ServeAsync(context, path);
    }

    /// <summary>A form's page lies among the files; what is sent to it, and every other address below <c>/forms/</c>, belongs to the forms API.</summary>
    /// <remarks>Form documents are read by the forms API from the disk and are nobody else's: they are served by neither.</remarks>
    private bool IsPublished(SitePath path) =>
        IsFormDocument(path) || files.Exists(path.IsFolder ? path.Value + "index.html" : path.Value) || (!path.IsFolder && files.Exists(path.Value + "/index.html"));

    private static bool IsFormDocument(SitePath path) =>
        path.Value.StartsWith("/forms/", StringComparison.Ordinal) && path.Value.EndsWith("/form.json", StringComparison.OrdinalIgnoreCase);

    private async Task ServeAsync(HttpContext context, SitePath path)
    {
        var file = path.IsFolder ? path.Value + "index.html" : path.Value;
        if (files.Exists(file))
            await WriteFileAsync(context, file);
        else if (!path.IsFolder && files.Exists(path.Value + "/index.html"))
            Redirect(context, StatusCodes.Status301MovedPermanently, path.Raw + "/" + path.Query);
        else if (redirects.Find(path.Value) is { } redirect)
            Redirect(context, redirect.Status, redirect.LocationFor(path.Query));
        else
            await errors.WriteAsync(context, StatusCodes.Status404NotFound);
    }

    private async Task WriteFileAsync(HttpContext context, string file)
    {
        var accepted = AcceptedCodings.Parse(context.Request.Headers.AcceptEncoding);
        OpenedFile? opened;
        try
        {
            opened = await files.OpenAsync(file, accepted);
        }
        catch (IOException error)
        {
            // Not a 404: search engines would forget a page that is there.
            log.LogError("{File} cannot be read: {Reason}", file, error.Message);
            await errors.WriteAsync(context, StatusCodes.Status500InternalServerError);
            return;
        }
        using var _ = opened;
        if (opened is not null)
            await FileResponse.WriteAsync(context, opened);
        else
            await errors.WriteAsync(context, accepted.Allows(ContentCoding.Identity)
                ? StatusCodes.Status404NotFound
                : StatusCodes.Status406NotAcceptable);
    }

    private static void Redirect(HttpContext context, int status, string location)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        context.Response.Headers.CacheControl = "no-cache";
    }

    private Task WriteHealthAsync(HttpContext context)
    {
        var isReady = files.Exists("/index.html");
        context.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(isReady ? "ok" : "no index.html", context.RequestAborted);
    }
}
