using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Kakehashi.Server.Certificates;

/// <summary>The certificate of new connections: renewed or read again without a restart.</summary>
internal sealed class ServedCertificate(SiteServerOptions options, ILogger<ServedCertificate> log)
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(1);
    private readonly Lock refreshing = new();
    private volatile SslStreamCertificateContext? current;
    private DateTime loaded;
    private long nextCheckTicks;

    public SslServerAuthenticationOptions AuthenticationOptions()
    {
        if (options.Time.GetUtcNow().UtcTicks >= Volatile.Read(ref nextCheckTicks))
            TryRefresh();
        return new SslServerAuthenticationOptions
        {
            ServerCertificateContext = current,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        };
    }

    /// <exception cref="CertificateException">The file cannot be read or used; the certificate in use stays.</exception>
    public void Refresh()
    {
        lock (refreshing)
        {
            Volatile.Write(ref nextCheckTicks, (options.Time.GetUtcNow() + CheckEvery).UtcTicks);
            var path = options.CertificatePath;
            try
            {
                var isLocal = path is null;
                path ??= LocalCertificate.Ensure(options.DataDirectory!, options.HostNames, options.Time).Path;
                var written = File.GetLastWriteTimeUtc(path);
                if (written == loaded)
                    return;
                current = Load(path, isLocal ? path : options.CertificateKeyPath, options.CertificatePassword);
                loaded = written;
            }
            catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
            {
                throw new CertificateException(
                    $"The certificate '{path ?? options.DataDirectory}' cannot be used ({error.Message.TrimEnd('.')}): "
                    + "give a PEM certificate with its key, or a PKCS #12 file with its password.",
                    error);
            }
        }
    }

    private void TryRefresh()
    {
        try
        {
            Refresh();
        }
        catch (CertificateException error)
        {
            log.LogError("{Message} The certificate in use stays.", error.Message);
        }
    }

    private static SslStreamCertificateContext Load(string path, string? keyPath, string? password)
    {
        X509Certificate2Collection chain = [];
        X509Certificate2? leaf;
        if (keyPath is not null)
        {
            leaf = X509Certificate2.CreateFromPemFile(path, keyPath);
            chain.ImportFromPemFile(path);
        }
        else
        {
            chain = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password);
            leaf = chain.FirstOrDefault(certificate => certificate.HasPrivateKey);
        }
        return SslStreamCertificateContext.Create(
            leaf ?? throw new CryptographicException("It holds no private key"), chain, offline: true);
    }
}
