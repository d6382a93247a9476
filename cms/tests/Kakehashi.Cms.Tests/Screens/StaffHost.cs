using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Tests.Setting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kakehashi.Cms.Tests.Screens;

/// <summary>The real host over HTTPS, on an installation of its own.</summary>
public sealed class StaffHost(Cluster cluster) : Installation(cluster)
{
    WebApplication app = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>Every address that the screens answer, with its methods.</summary>
    public IEnumerable<(string Method, string Pattern)> Routes =>
        from endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where !pattern.StartsWith("/delivery", StringComparison.Ordinal) && !pattern.StartsWith("/frame", StringComparison.Ordinal) && pattern != "/healthz"
        select (method, pattern);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var (certificate, key) = MakeCertificate(Options.DataDirectory);
        app = CmsHost.Create(Options with { CertificatePath = certificate, CertificateKeyPath = key });
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
    }

    public override async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>A picture of one pixel in the library.</summary>
    public async Task AddPictureAsync(string name, string alt)
    {
        using var png = new MemoryStream(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        Assert.IsType<MediaOutcome.Done>(await Get<MediaLibrary>().AddAsync(name, png, new MediaText(alt), Editor, TestContext.Current.CancellationToken));
    }

    /// <summary>A browser without script; nobody is signed in.</summary>
    public Browser Open() => new(Address);

    /// <summary>A browser in which somebody of the installation has signed in.</summary>
    public async Task<Browser> OpenAsync(string user)
    {
        var browser = Open();
        await browser.GoAsync("/sign-in");
        await browser.SubmitAsync("サインイン", ("user", user), ("password", "a-long-passphrase"));
        Assert.Equal("今日", browser.Heading);
        return browser;
    }

    static (string Certificate, string Key) MakeCertificate(string directory)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (pem, keyPem) = (Path.Combine(directory, "cert.pem"), Path.Combine(directory, "key.pem"));
        File.WriteAllText(pem, certificate.ExportCertificatePem());
        File.WriteAllText(keyPem, key.ExportPkcs8PrivateKeyPem());
        return (pem, keyPem);
    }
}
