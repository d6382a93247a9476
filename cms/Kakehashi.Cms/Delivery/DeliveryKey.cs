using System.Security.Cryptography;
using System.Text;

namespace Kakehashi.Cms.Delivery;

/// <summary>Lets readers in who show the key. To all others every address below <c>/delivery</c> is the same 404.</summary>
static class DeliveryKey
{
    /// <summary>RFC 9457; one constant body, so that it tells nothing.</summary>
    public const string NotFound = """{"type":"about:blank","title":"Not Found","status":404}""";

    public static void UseDeliveryKey(this IApplicationBuilder app, CmsOptions options)
    {
        var expected = options.DeliveryKey is { Length: >= 32 } key ? SHA256.HashData(Encoding.UTF8.GetBytes(key)) : null;
        app.Use(async (context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments("/delivery", StringComparison.OrdinalIgnoreCase) || Shows(context.Request, expected)) await next(context);
            else await WriteNotFoundAsync(context);
        });
    }

    public static async Task WriteNotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(NotFound, context.RequestAborted);
    }

    // Hashes of equal length are compared, so that the time tells neither the key nor its length.
    static bool Shows(HttpRequest request, byte[]? expected)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return expected is not null && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[scheme.Length..])), expected);
    }
}
