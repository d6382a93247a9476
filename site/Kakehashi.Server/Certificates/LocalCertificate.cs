using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kakehashi.Server.Certificates;

/// <summary>A self-signed certificate for first runs and for testing, kept as one PEM file with its key.</summary>
/// <remarks>ECDSA P-256 for localhost, 127.0.0.1, ::1 and the names given. Certificate and key share a file, so they cannot differ.</remarks>
public sealed class LocalCertificate
{
    private const string FileName = "localhost.pem";
    private static readonly TimeSpan Validity = TimeSpan.FromDays(397);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(14);

    private LocalCertificate(string path) => Path = path;

    /// <summary>PEM file holding certificate and private key, readable by its owner alone.</summary>
    public string Path { get; }

    /// <summary>Keeps the certificate in the folder where it is valid for every name, or makes a new one.</summary>
    /// <param name="directory">Made where it is missing.</param>
    /// <param name="hostNames">More DNS names or IP addresses; may be empty.</param>
    /// <param name="time">Decides whether the certificate is still valid; one within 14 days of its end is replaced.</param>
    /// <exception cref="ArgumentException">A host name that is neither a DNS name nor an IP address.</exception>
    public static LocalCertificate Ensure(string directory, IEnumerable<string> hostNames, TimeProvider time)
    {
        string[] names = ["localhost", "127.0.0.1", "::1", .. hostNames];
        if (names.FirstOrDefault(name => !IsHostName(name)) is { } wrong)
            throw new ArgumentException($"'{wrong}' is neither a DNS name nor an IP address.", nameof(hostNames));
        var path = System.IO.Path.Combine(Directory.CreateDirectory(directory).FullName, FileName);
        if (!IsUsable(path, names, time.GetUtcNow()))
            Write(path, names, time.GetUtcNow());
        return new LocalCertificate(path);
    }

    internal static bool IsHostName(string name) => Uri.CheckHostName(name) is not UriHostNameType.Unknown;

    private static bool IsUsable(string path, string[] names, DateTimeOffset now)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(path);
            return certificate.NotBefore.ToUniversalTime() <= now.UtcDateTime
                && now.UtcDateTime < certificate.NotAfter.ToUniversalTime() - RenewedBefore
                && names.All(name => certificate.MatchesHostname(name));
        }
        catch (Exception error) when (error is CryptographicException or FileNotFoundException)
        {
            return false;
        }
    }

    private static void Write(string path, string[] names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request(key, names).CreateSelfSigned(now.AddDays(-1), now + Validity);
        var pem = certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(temporary, options))
            writer.Write(pem);
        File.Move(temporary, path, overwrite: true);
    }

    private static CertificateRequest Request(ECDsa key, string[] names)
    {
        var request = new CertificateRequest("CN=Kakehashi local certificate", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (IPAddress.TryParse(name, out var address))
                alternatives.AddIpAddress(address);
            else
                alternatives.AddDnsName(name);
        }
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }
}
