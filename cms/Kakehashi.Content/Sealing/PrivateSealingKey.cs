using System.Security.Cryptography;
using System.Text.Json;

namespace Kakehashi.Content.Sealing;

/// <summary>A private key on P-256. Only the CMS has one.</summary>
public sealed class PrivateSealingKey
{
    readonly ECParameters parameters;

    PrivateSealingKey(ECDiffieHellman key)
    {
        parameters = key.ExportParameters(includePrivateParameters: true);
        if (parameters.Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value) throw new BrokenSealException("Not a key on P-256.");
        Public = new PublicSealingKey(JwkPoint.Of(parameters.Q));
    }

    public PublicSealingKey Public { get; }

    public static PrivateSealingKey Create()
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return new(key);
    }

    /// <param name="bytes">PKCS #8, not encrypted.</param>
    /// <exception cref="BrokenSealException">Not a private key on P-256.</exception>
    public static PrivateSealingKey FromPkcs8(ReadOnlySpan<byte> bytes)
    {
        using var key = ECDiffieHellman.Create();
        try
        {
            key.ImportPkcs8PrivateKey(bytes, out _);
            return new(key);
        }
        catch (CryptographicException exception)
        {
            throw new BrokenSealException("Not a private key in PKCS #8.", exception);
        }
    }

    /// <param name="json">JSON Web Key with <c>d</c>.</param>
    /// <exception cref="BrokenSealException">Not a private key on P-256.</exception>
    public static PrivateSealingKey FromJwk(string json)
    {
        try
        {
            var jwk = JsonSerializer.Deserialize<PrivateJwk>(json, JwkPoint.Json) ?? throw new JsonException("null");
            using var key = ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new JwkPoint(jwk.Kty, jwk.Crv, jwk.X, jwk.Y).ToPoint(),
                D = Base64.Decode(jwk.D),
            });
            return new(key);
        }
        catch (Exception exception) when (exception is JsonException or CryptographicException)
        {
            throw new BrokenSealException("Not a private key as JWK.", exception);
        }
    }

    public byte[] ToPkcs8()
    {
        using var key = ECDiffieHellman.Create(parameters);
        return key.ExportPkcs8PrivateKey();
    }

    /// <summary>JSON Web Key with <c>d</c>, <c>kid</c>, <c>use</c> and <c>alg</c>.</summary>
    public string ToJwk()
    {
        var (kty, crv, x, y) = Public.Jwk;
        return JsonSerializer.Serialize(new PrivateJwk(kty, crv, x, y, Base64.Encode(parameters.D!), Public.Id, "enc", Envelope.Algorithm), JwkPoint.Json);
    }

    /// <inheritdoc cref="PublicSealingKey.Agree"/>
    internal byte[] Agree(PublicSealingKey other)
    {
        using var own = ECDiffieHellman.Create(parameters);
        return other.Agree(own);
    }
}
