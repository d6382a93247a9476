using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kakehashi.Server;

/// <summary>Sends plain HTTP requests to the same address over HTTPS.</summary>
internal sealed class HttpsRedirect(SiteServerOptions options, IServer server)
{
    private int port = options.PublicPort ?? 0;

    public Task WriteAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        var verdict = SitePath.Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, out var path);
        if (verdict == PathVerdict.Malformed || host.Length == 0)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }
        var authority = HttpsPort() == 443 ? host : $"{host}:{HttpsPort()}";
        // 308 keeps the method, so a form posted by an old link is not turned into a GET.
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = $"https://{authority}{path.Raw}{path.Query}";
        return Task.CompletedTask;
    }

    /// <summary>The bound port is known only once the server listens.</summary>
    private int HttpsPort()
    {
        if (port == 0)
        {
            var addresses = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
            port = BindingAddress.Parse(addresses.First(address => address.StartsWith("https:", StringComparison.Ordinal))).Port;
        }
        return port;
    }
}
