using System.Security.Cryptography;

namespace Kakehashi.Content.Sealing;

/// <summary>A public key on P-256 for which submissions are sealed. Never an invalid point.</summary>
public sealed class PublicSealingKey : IEquatable<PublicSealingKey>
{
    readonly ECPoint point;

    /// <exception cref="BrokenSealException">The point is not on the curve.</exception>
    internal PublicSealingKey(JwkPoint jwk)
    {
        point = jwk.ToPoint();
        Id = jwk.Thumbprint();
        Import().Dispose();
    }

    /// <summary>RFC 7638 thumbprint: 43 characters of base64url.</summary>
    public string Id { get; }

    internal JwkPoint Jwk => JwkPoint.Of(point);

    /// <summary>The shared secret Z of this key and another's private half (RFC 6090, 4): 32 bytes.</summary>
    internal byte[] Agree(ECDiffieHellman other)
    {
        using var own = Import();
        using var point = own.PublicKey;
        return other.DeriveRawSecretAgreement(point);
    }

    // A fresh object each time: the framework's are not safe to share between threads.
    ECDiffieHellman Import()
    {
        try
        {
            return ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        }
        catch (CryptographicException exception)
        {
            throw new BrokenSealException("The point is not on P-256.", exception);
        }
    }

    public bool Equals(PublicSealingKey? other) => other?.Id == Id;

    public override bool Equals(object? obj) => Equals(obj as PublicSealingKey);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
