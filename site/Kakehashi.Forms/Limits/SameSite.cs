using System.Net;

namespace Kakehashi.Forms.Limits;

/// <summary>Whether a form was sent from a page of this site. Stands in for a token, which a static page cannot have.</summary>
/// <remarks>No cookie and no session can be abused here; the check only keeps other sites from sending in their visitors' names.</remarks>
internal static class SameSite
{
    /// <summary>What is said must fit: Sec-Fetch-Site, else Origin. A browser that says neither is older than both.</summary>
    public static bool Allows(HttpRequest request, FormsOptions options)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site]) return site is "same-origin" or "none";
        if (request.Headers.Origin is not [{ } origin]) return request.Headers.Origin.Count == 0;
        return options.Origins.Count > 0
            ? options.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            : Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, Host(request, options), StringComparison.OrdinalIgnoreCase);
    }

    private static string? Host(HttpRequest request, FormsOptions options)
    {
        var peer = request.HttpContext.Connection.RemoteIpAddress;
        return peer is not null && (IPAddress.IsLoopback(peer) || options.Proxies.Contains(peer)) && request.Headers["X-Forwarded-Host"] is [{ } forwarded]
            ? forwarded
            : request.Host.Value;
    }
}
