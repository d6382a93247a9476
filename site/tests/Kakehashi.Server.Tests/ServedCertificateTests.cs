using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kakehashi.Server.Certificates;

namespace Kakehashi.Server.Tests;

public sealed class ServedCertificateTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("kakehashi-served-").FullName;
    private readonly FakeTime time = new(DateTimeOffset.UnixEpoch.AddYears(56));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task A_running_server_renews_its_local_certificate()
    {
        await using var site = await TestSite.StartAsync(Configure);
        var first = await ThumbprintAsync(site);
        Assert.Equal(first, await ThumbprintAsync(site));
        time.Advance(TimeSpan.FromDays(400));
        var second = await ThumbprintAsync(site);
        Assert.NotEqual(first, second);
        Assert.Equal(second, await ThumbprintAsync(site));
    }

    [Fact]
    public async Task A_given_certificate_is_read_again_when_it_changes_and_kept_when_the_new_one_is_broken()
    {
        var path = Path.Combine(directory, "site.pem");
        var old = WritePem(path);
        await using var site = await TestSite.StartAsync(
            options => Configure(options) with { CertificatePath = path, CertificateKeyPath = path });
        Assert.Equal(old, await ThumbprintAsync(site));

        File.WriteAllText(path, "broken");
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(old, await ThumbprintAsync(site));

        var renewed = WritePem(path);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(renewed, await ThumbprintAsync(site));
    }

    [Fact]
    public async Task A_pkcs_12_file_is_served_with_its_password()
    {
        var path = Path.Combine(directory, "site.pfx");
        using var certificate = SelfSigned();
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, "himitsu"));
        await using var site = await TestSite.StartAsync(
            options => Configure(options) with { CertificatePath = path, CertificatePassword = "himitsu" });
        Assert.Equal(certificate.Thumbprint, await ThumbprintAsync(site));
    }

    [Fact]
    public async Task Intermediate_certificates_are_sent_so_that_the_root_alone_need_be_trusted()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UtcNow;
        using var root = Authority("CN=Root", rootKey).CreateSelfSigned(now.AddDays(-1), now.AddDays(9));
        using var middle = Authority("CN=Middle", middleKey).Create(root, now.AddDays(-1), now.AddDays(8), [1]).CopyWithPrivateKey(middleKey);
        var request = new CertificateRequest("CN=site", leafKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("site.example");
        request.CertificateExtensions.Add(names.Build());
        using var leaf = request.Create(middle, now.AddDays(-1), now.AddDays(7), [2]);
        var path = Path.Combine(directory, "fullchain.pem");
        var keyPath = Path.Combine(directory, "key.pem");
        File.WriteAllText(path, leaf.ExportCertificatePem() + "\n" + middle.ExportCertificatePem() + "\n");
        File.WriteAllText(keyPath, leafKey.ExportPkcs8PrivateKeyPem());

        await using var site = await TestSite.StartAsync(
            options => Configure(options) with { CertificatePath = path, CertificateKeyPath = keyPath });
        await using var tls = await ConnectAsync(site, new SslClientAuthenticationOptions
        {
            TargetHost = "site.example",
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                CustomTrustStore = { X509CertificateLoader.LoadCertificate(root.RawData) },
            },
        });
        Assert.True(tls.SslProtocol is SslProtocols.Tls13 or SslProtocols.Tls12);
    }

    [Theory]
    [InlineData("site.pem", "not a certificate")]
    [InlineData("site.pfx", "not a certificate")]
    public void A_certificate_that_cannot_be_read_stops_the_start_and_is_named(string file, string content)
    {
        var path = Path.Combine(directory, file);
        File.WriteAllText(path, content);
        var options = new SiteServerOptions
        {
            Directory = directory,
            CertificatePath = path,
            CertificateKeyPath = file.EndsWith(".pem", StringComparison.Ordinal) ? path : null,
        };
        var error = Assert.Throws<CertificateException>(() => SiteServer.Create(options));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    private SiteServerOptions Configure(SiteServerOptions options) => options with { Time = time };

    private static async Task<string> ThumbprintAsync(TestSite site)
    {
        var thumbprint = "";
        await using var tls = await ConnectAsync(site, new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            RemoteCertificateValidationCallback = (_, certificate, _, _) => (thumbprint = certificate!.GetCertHashString()).Length > 0,
        });
        return thumbprint;
    }

    private static async Task<SslStream> ConnectAsync(TestSite site, SslClientAuthenticationOptions options)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, site.Https.Port, Cancel);
        var tls = new SslStream(tcp.GetStream());
        await tls.AuthenticateAsClientAsync(options, Cancel);
        return tls;
    }

    private static string WritePem(string path)
    {
        using var certificate = SelfSigned();
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return certificate.Thumbprint;
    }

    private static X509Certificate2 SelfSigned()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=site.example", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        return request;
    }
}
