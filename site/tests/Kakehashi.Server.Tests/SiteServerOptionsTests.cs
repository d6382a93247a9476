using Microsoft.Extensions.Options;

namespace Kakehashi.Server.Tests;

public sealed class SiteServerOptionsTests
{
    [Fact]
    public void Every_wrong_option_is_named_in_one_run()
    {
        var options = new SiteServerOptions
        {
            Directory = "/nowhere",
            Port = 70_000,
            HttpPort = -1,
            PublicPort = 0,
            CertificateKeyPath = "/nowhere/key.pem",
            HostNames = ["https://site.example"],
            Forms = new Uri("http://127.0.0.1:8445/api"),
            FormsBodyLimitBytes = 0,
            FormsTimeout = TimeSpan.Zero,
            CacheBytes = -1,
        };
        var error = Assert.Throws<OptionsValidationException>(() => SiteServer.Create(options));
        foreach (var name in (string[])[
            "Directory '/nowhere'", "Port 70000", "HttpPort -1", "PublicPort 0", "DataDirectory", "CertificateKeyPath",
            "HostNames", "Forms 'http", "FormsBodyLimitBytes 0", "FormsTimeout", "CacheBytes -1"])
        {
            Assert.Contains(error.Failures, failure => failure.Contains(name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Http_and_https_cannot_share_a_port() =>
        Assert.Contains(
            "choose two different ports",
            Assert.Throws<OptionsValidationException>(() => SiteServer.Create(new SiteServerOptions
            {
                Directory = Path.GetTempPath(),
                DataDirectory = Path.GetTempPath(),
                Port = 8443,
                HttpPort = 8443,
            })).Message,
            StringComparison.Ordinal);
}
