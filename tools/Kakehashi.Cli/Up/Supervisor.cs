using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace Kakehashi.Cli.Up;

/// <summary>Brings an installation up, keeps its three processes alive, and takes it down again.</summary>
/// <param name="say">Receives one Japanese sentence for every step that takes time.</param>
sealed class Supervisor(Installation installation, Action<string> say) : IAsyncDisposable
{
    readonly List<Service> services = [];
    FileStream? held;
    PrivateCluster? cluster;
    X509ChainPolicy? trust;

    /// <summary>Starts everything and waits until all of it is healthy.</summary>
    /// <param name="import">Imports the programme's sample content; called on the first run only, with the connection string.</param>
    /// <returns>Lines to print: the <c>ready</c> line, then the sign-in where accounts were made.</returns>
    /// <exception cref="SetupException">With a sentence that says what to do.</exception>
    public async Task<IReadOnlyList<string>> StartAsync(Func<string, CancellationToken, Task> import, CancellationToken cancellation)
    {
        // The data directory itself stays passable: the database runs as a user of its own.
        Directory.CreateDirectory(installation.Data);
        held = Hold();
        foreach (var own in (string[])[installation.Sockets, installation.Cms, installation.Generator, installation.Certificates]) Installation.CreatePrivate(own);
        // The certificate is there before any process looks for it: two that made one each would not trust each other.
        trust = LocalTrust.Of(installation);
        var connection = await DatabaseAsync(cancellation);
        say("CMSを起動します。");
        var cms = Start("cms", connection);
        await HealthyAsync(cms, installation.CmsUrl, cancellation);
        if (!File.Exists(installation.ImportedMark))
        {
            say($"見本の内容（{installation.Program}）を取り込みます。");
            await import(connection, cancellation);
            await File.WriteAllTextAsync(installation.ImportedMark, installation.Program, cancellation);
        }
        await HealthyAsync(Start("forms", null), installation.FormsUrl, cancellation);
        say("公開サイトを作ります。");
        await HealthyAsync(Start("site", null), installation.SiteUrl, cancellation);

        return
        [
            $"ready site={installation.SiteUrl} cms={installation.CmsUrl} forms={installation.FormsUrl} mail={installation.CmsUrl}mail",
            .. cms.Announcements.Count > 0 ? cms.Announcements : ["sign-in 最初に表示した利用者名とパスワードを使ってください。忘れたときは「tools/kakehashi password 利用者名」で作り直せます。"],
        ];
    }

    /// <summary>Keeps the processes alive until told to stop: one that ends is started again, so that the public site never waits for the CMS.</summary>
    public Task KeepAliveAsync(CancellationToken stop) => Task.WhenAll(
        Enumerable.Range(0, services.Count).Select(i => KeepAliveAsync(i, stop))
            .Concat(cluster is { } own ? [KeepDatabaseAliveAsync(own, stop)] : []));

    async Task KeepAliveAsync(int index, CancellationToken stop)
    {
        for (var pause = 1; ; pause = Math.Min(pause * 2, 30))
        {
            var started = Stopwatch.GetTimestamp();
            await services[index].Ended.WaitAsync(stop);
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(1)) pause = 1;
            say($"{services[index].Name} が止まりました。{pause}秒後にもう一度起動します。\n{services[index].LastWords()}");
            await Task.Delay(TimeSpan.FromSeconds(pause), stop);
            await services[index].DisposeAsync();
            services[index] = services[index].StartAgain();
        }
    }

    async Task KeepDatabaseAliveAsync(PrivateCluster own, CancellationToken stop)
    {
        using var every = new PeriodicTimer(TimeSpan.FromSeconds(3));
        while (await every.WaitForNextTickAsync(stop))
        {
            if (own.Answers()) continue;
            say("データベースが止まりました。もう一度起動します。");
            try
            {
                await own.StartAsync(stop);
            }
            catch (SetupException exception)
            {
                say(exception.Message);
            }
        }
    }

    /// <summary>Stops the site first, the database last.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(services)) await service.DisposeAsync();
        if (cluster is not null) await cluster.StopAsync(CancellationToken.None);
        if (held is not null) await held.DisposeAsync();
    }

    // One data directory, one installation; the lock goes with the process, however it ends.
    FileStream Hold()
    {
        try
        {
            return new FileStream(Path.Combine(installation.Data, "up.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new SetupException($"{installation.Data} は、すでに動いている tools/up が使っています。それを止めるか、--data に別の場所を指定してください。");
        }
    }

    async Task<string> DatabaseAsync(CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Cms") is { Length: > 0 } given) return given;
        var own = new PrivateCluster(installation);
        say("データベースを起動します。");
        await own.StartAsync(cancellation);
        cluster = own;
        return own.ConnectionString;
    }

    Service Start(string name, string? connection)
    {
        var arguments = new List<string> { "--program", installation.Program, "--data", installation.Data, "--base-port", installation.BasePort.ToString(CultureInfo.InvariantCulture) };
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        if (connection is not null) environment["ConnectionStrings__Cms"] = connection;
        var service = Service.Start(name, arguments, installation.Logs, environment);
        services.Add(service);
        return service;
    }

    async Task HealthyAsync(Service service, string url, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(5) };
        await service.WaitUntilHealthyAsync(client, new Uri(new Uri(url), "healthz"), TimeSpan.FromMinutes(3), cancellation);
    }
}
