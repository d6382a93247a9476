using System.Net.Http.Headers;
using Kakehashi.Cli.Up;
using Kakehashi.Content.Delivery;
using Kakehashi.Server;
using Kakehashi.Site.Preview;
using Kakehashi.Site.Publishing;
using Kakehashi.Site.Sources;
using Kakehashi.Site.Watching;

namespace Kakehashi.Cli.Commands;

/// <summary>The site process: follows the CMS, keeps the public files true, serves them, and renders previews.</summary>
static class SiteProcess
{
    public static async Task RunAsync(Installation installation, CancellationToken stop)
    {
        Directory.CreateDirectory(installation.Public);
        using var delivery = Delivery(installation);
        var source = new CmsSource(delivery, installation.Generator, TimeProvider.System);
        using var publisher = new Publisher(installation.Public, new PublishOptions());
        var log = new BuildReport(json: true);
        SiteReport? stands = null;
        var watch = new SiteWatch(source, publisher, TimeProvider.System, outcome =>
        {
            stands = outcome.ToReport(TimeProvider.System.GetUtcNow(), stands);
            log.Write(outcome);
        });
        await using var preview = PreviewHost.Create(installation.PreviewSocket, () => watch.Current, TimeProvider.System, () => stands);
        await using var server = SiteServer.Create(new SiteServerOptions
        {
            Directory = installation.Public,
            Port = installation.SitePort,
            HttpPort = installation.HttpPort,
            DataDirectory = installation.Certificates,
            Forms = new Uri(installation.FormsUrl),
        });

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await preview.StartAsync(stop);
        var watching = watch.RunAsync(ended.Token);
        var serving = RunCommand.RunAsync(server, ended.Token);
        await await Task.WhenAny(serving, watching);
        await ended.CancelAsync();
        await watching.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    /// <summary>Trusts the installation's own certificate and no other.</summary>
    static HttpClient Delivery(Installation installation)
    {
        var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = LocalTrust.Of(installation) } };
        var client = new HttpClient(handler) { BaseAddress = new Uri(new Uri(installation.CmsUrl), "delivery/v1/"), Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", installation.DeliveryKey());
        return client;
    }
}
