using System.Text;
using Kakehashi.Forms.Steps;
using Kakehashi.Themes;

namespace Kakehashi.Forms;

/// <summary>Writes pages with the headers that the site server sends for its own.</summary>
internal static class Answer
{
    private const string Policy = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <param name="reply">Null where not even a frame for a notice is there.</param>
    public static async Task WriteAsync(HttpContext context, Reply? reply)
    {
        if (reply is not { } given)
        {
            await ClosedForm.WriteAsync(context);
            return;
        }
        var page = Encoding.UTF8.GetBytes(await PageRenderer.RenderAsync(given.Page));
        var response = context.Response;
        response.StatusCode = given.Status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        // Addresses of links hold keys: they are told to no other site.
        response.Headers["Referrer-Policy"] = "same-origin";
        if (given.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable) response.Headers.RetryAfter = "60";
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(page, context.RequestAborted);
    }
}
