using System.Security.Cryptography.X509Certificates;
using Kakehashi.Server.Certificates;

namespace Kakehashi.Cli.Up;

/// <summary>Trust in the certificate that an installation made for itself, for its processes among themselves.</summary>
static class LocalTrust
{
    public static X509ChainPolicy Of(Installation installation)
    {
        var certificate = LocalCertificate.Ensure(installation.Certificates, [], TimeProvider.System);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(certificate.Path));
        return policy;
    }
}
