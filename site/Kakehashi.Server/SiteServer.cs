using System.Net;
using Kakehashi.Server.Certificates;
using Kakehashi.Server.Files;
using Kakehashi.Server.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kakehashi.Server;

/// <summary>The public HTTPS server of one built site.</summary>
/// <remarks>W02: TLS only, plain HTTP redirected, HSTS.</remarks>
public static class SiteServer
{
    /// <summary>Makes the server; the caller runs it. Bound addresses stand in <c>Urls</c> after the start.</summary>
    /// <exception cref="OptionsValidationException">A wrong option; one sentence for each.</exception>
    /// <exception cref="CertificateException">A certificate that cannot be read or used.</exception>
    public static WebApplication Create(SiteServerOptions options)
    {
        options.Validate();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services
            .AddSingleton(options)
            .AddSingleton(options.Time)
            .AddSingleton<ServedCertificate>()
            .AddSingleton<SiteFiles>()
            .AddSingleton<Redirects>()
            .AddSingleton<ErrorPages>()
            .AddSingleton<FormsProxy>()
            .AddSingleton<HttpsRedirect>()
            .AddSingleton<SiteHandler>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listen(kestrel, options));

        var app = builder.Build();
        app.Services.GetRequiredService<ServedCertificate>().Refresh();
        app.Run(app.Services.GetRequiredService<SiteHandler>().HandleAsync);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, SiteServerOptions options)
    {
        kestrel.AddServerHeader = false;
        LimitClients(kestrel.Limits, options);
        var certificate = kestrel.ApplicationServices.GetRequiredService<ServedCertificate>();
        Bind(kestrel, options.Address, options.Port, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http1AndHttp2;
            endpoint.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(certificate.AuthenticationOptions()),
                HandshakeTimeout = TimeSpan.FromSeconds(5),
            });
        });
        if (options.HttpPort is { } port)
            Bind(kestrel, options.Address, port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
    }

    /// <summary>A client gets a few seconds for its headers and must keep bodies moving, so slow ones cannot hold connections.</summary>
    private static void LimitClients(KestrelServerLimits limits, SiteServerOptions options)
    {
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestBodySize = options.FormsBodyLimitBytes;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MaxConcurrentConnections = 20_000;
        limits.Http2.MaxStreamsPerConnection = 100;
    }

    private static void Bind(KestrelServerOptions kestrel, IPAddress? address, int port, Action<ListenOptions> configure)
    {
        if (address is not null)
            kestrel.Listen(address, port, configure);
        else
            kestrel.ListenAnyIP(port, configure);
    }
}
