using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;

namespace Kakehashi.Server.Tests;

/// <summary>A folder of files behind the real server on free loopback ports.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly string data;

    private TestSite(WebApplication server, string root, string data)
    {
        this.server = server;
        this.data = data;
        Root = root;
        Https = new Uri(server.Urls.First(url => url.StartsWith("https:", StringComparison.Ordinal)));
        Http = new Uri(server.Urls.First(url => url.StartsWith("http:", StringComparison.Ordinal)));
        Client = NewClient();
    }

    public string Root { get; }

    public Uri Https { get; }

    public Uri Http { get; }

    /// <summary>Follows no redirect, decompresses nothing, trusts the local certificate alone.</summary>
    public HttpClient Client { get; }

    public static async Task<TestSite> StartAsync(
        Func<SiteServerOptions, SiteServerOptions>? configure = null, params (string Path, string Content)[] files)
    {
        var data = Directory.CreateTempSubdirectory("kakehashi-server-").FullName;
        var root = Directory.CreateDirectory(Path.Combine(data, "public")).FullName;
        foreach (var (path, content) in files)
            Write(root, path, Encoding.UTF8.GetBytes(content));
        var options = new SiteServerOptions
        {
            Directory = root,
            Address = IPAddress.Loopback,
            Port = 0,
            HttpPort = 0,
            DataDirectory = Path.Combine(data, "certificates"),
        };
        var server = SiteServer.Create(configure?.Invoke(options) ?? options);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new TestSite(server, root, data);
    }

    public static Task<TestSite> StartAsync(params (string Path, string Content)[] files) => StartAsync(null, files);

    public HttpClient NewClient(Version? version = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = TrustLocalCertificate() },
    })
    {
        BaseAddress = Https,
        DefaultRequestVersion = version ?? HttpVersion.Version11,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>Puts a file in place by rename, as the generator does.</summary>
    public void Publish(string path, byte[] content, DateTime? modified = null)
    {
        var temporary = Path.Combine(data, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(temporary, content);
        if (modified is { } time)
            File.SetLastWriteTimeUtc(temporary, time);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(Root, path))!);
        File.Move(temporary, Path.Join(Root, path), overwrite: true);
    }

    public void Publish(string path, string content) => Publish(path, Encoding.UTF8.GetBytes(content));

    /// <summary>A page with both siblings.</summary>
    public void PublishCompressed(string path, string content)
    {
        Publish(path, content);
        Publish(path + ".br", Compressed(content, stream => new BrotliStream(stream, CompressionLevel.Fastest)));
        Publish(path + ".gz", Compressed(content, stream => new GZipStream(stream, CompressionLevel.Fastest)));
    }

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends the bytes as they are and reads until the server closes.</summary>
    public async Task<string> SendRawAsync(string request)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, Https.Port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(tcp.GetStream());
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = TrustLocalCertificate() },
            TestContext.Current.CancellationToken);
        try
        {
            await tls.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // A server may answer and close before it has read all of a request that it refuses.
        }
        using var reader = new StreamReader(tls, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public Task<string> GetRawAsync(string target) =>
        SendRawAsync($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private X509ChainPolicy TrustLocalCertificate()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        var path = Path.Combine(data, "certificates", "localhost.pem");
        if (File.Exists(path))
            policy.CustomTrustStore.Add(X509Certificate2.CreateFromPem(File.ReadAllText(path)));
        return policy;
    }

    private static byte[] Compressed(string content, Func<Stream, Stream> compress)
    {
        using var output = new MemoryStream();
        using (var stream = compress(output))
            stream.Write(Encoding.UTF8.GetBytes(content));
        return output.ToArray();
    }

    private static void Write(string root, string path, byte[] content)
    {
        var full = Path.Join(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
    }
}
