using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using Kakehashi.Server.Certificates;

namespace Kakehashi.Server.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class LocalCertificateTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("kakehashi-certificate-").FullName;
    private readonly FakeTime time = new(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void The_first_run_makes_a_certificate_for_this_machine_that_only_its_owner_reads()
    {
        var path = LocalCertificate.Ensure(Path.Combine(directory, "new"), ["site.example", "192.0.2.7"], time).Path;
        using var certificate = X509Certificate2.CreateFromPemFile(path);
        using var key = certificate.GetECDsaPrivateKey();
        Assert.Equal(256, key!.KeySize);
        Assert.All(
            ["localhost", "127.0.0.1", "::1", "site.example", "192.0.2.7"],
            name => Assert.True(certificate.MatchesHostname(name, allowWildcards: false, allowCommonName: false), name));
        Assert.False(certificate.MatchesHostname("other.example"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_certificate_is_kept_while_it_is_valid()
    {
        var first = Ensure("site.example");
        time.Advance(TimeSpan.FromDays(380));
        Assert.Equal(first, Ensure("site.example"));
        Assert.Equal(first, Ensure());
    }

    [Fact]
    public void A_certificate_near_its_end_is_renewed()
    {
        var first = Ensure();
        time.Advance(TimeSpan.FromDays(384));
        var second = Ensure();
        Assert.NotEqual(first, second);
        Assert.Equal(second, Ensure());
    }

    [Fact]
    public void A_certificate_that_lacks_a_name_is_renewed()
    {
        var first = Ensure();
        Assert.NotEqual(first, Ensure("site.example"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void A_damaged_file_is_replaced(string content)
    {
        var first = Ensure();
        File.WriteAllText(LocalCertificate.Ensure(directory, [], time).Path, content);
        Assert.NotEqual(first, Ensure());
    }

    [Theory]
    [InlineData("https://site.example")]
    [InlineData("")]
    [InlineData("a b")]
    public void A_name_that_is_none_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => LocalCertificate.Ensure(directory, [name], time));

    private string Ensure(params string[] names)
    {
        using var certificate = X509Certificate2.CreateFromPemFile(LocalCertificate.Ensure(directory, names, time).Path);
        return certificate.Thumbprint;
    }
}
