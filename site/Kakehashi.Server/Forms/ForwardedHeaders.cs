using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Server.Forms;

/// <summary>Which headers pass between visitor and forms API.</summary>
/// <remarks>Hop-by-hop headers end here (RFC 9110, 7.6.1). What a client says about who forwarded it is not believed.</remarks>
internal static class ForwardedHeaders
{
    private static readonly FrozenSet<string> HopByHop = new[]
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization",
        "TE", "Trailer", "Transfer-Encoding", "Upgrade", "HTTP2-Settings",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OwnWord = new[]
    {
        "Host", "Content-Length", "Expect", "Forwarded", "Via",
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Proto", "X-Real-IP",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static void CopyRequest(HttpRequest from, HttpRequestMessage to)
    {
        var named = NamedByConnection(from.Headers.Connection);
        foreach (var (name, values) in from.Headers)
        {
            if (HopByHop.Contains(name) || OwnWord.Contains(name) || named.Contains(name))
                continue;
            if (!to.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                to.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }
        var client = from.HttpContext.Connection.RemoteIpAddress;
        to.Headers.TryAddWithoutValidation("X-Forwarded-For", (client is { IsIPv4MappedToIPv6: true } ? client.MapToIPv4() : client)?.ToString());
        to.Headers.TryAddWithoutValidation("X-Forwarded-Proto", from.Scheme);
        to.Headers.TryAddWithoutValidation("X-Forwarded-Host", from.Host.Value);
    }

    public static void CopyResponse(HttpResponseMessage from, HttpResponse to)
    {
        var named = NamedByConnection(from.Headers.Connection);
        foreach (var (name, values) in from.Headers.NonValidated.Concat(from.Content.Headers.NonValidated))
        {
            if (!HopByHop.Contains(name) && !named.Contains(name) && !name.Equals("Server", StringComparison.OrdinalIgnoreCase))
                to.Headers[name] = values.ToArray();
        }
    }

    private static HashSet<string> NamedByConnection(IEnumerable<string?> connection) =>
        connection
            .SelectMany(line => line?.Split(',', StringSplitOptions.TrimEntries) ?? [])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
