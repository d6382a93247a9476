using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kakehashi.Content.Sealing;

/// <summary>A point of P-256 as a JSON Web Key (RFC 7517; RFC 7518, 6.2.1).</summary>
sealed record JwkPoint(string Kty, string Crv, string X, string Y)
{
    /// <summary>Strict: no unknown member, none twice, none missing.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 4,
    };

    public static JwkPoint Of(ECPoint point) => new("EC", "P-256", Base64.Encode(point.X!), Base64.Encode(point.Y!));

    /// <exception cref="BrokenSealException">Another curve, or coordinates that are not 32 bytes each.</exception>
    public ECPoint ToPoint()
    {
        if (Kty != "EC" || Crv != "P-256") throw new BrokenSealException("Not a key on P-256.");
        var point = new ECPoint { X = Base64.Decode(X), Y = Base64.Decode(Y) };
        return point is { X.Length: 32, Y.Length: 32 } ? point : throw new BrokenSealException("A coordinate is not 32 bytes long.");
    }

    /// <summary>RFC 7638: SHA-256 over the required members in lexicographic order.</summary>
    public string Thumbprint() =>
        Base64.Encode(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"{{Crv}}","kty":"{{Kty}}","x":"{{X}}","y":"{{Y}}"}""")));
}

/// <summary>A public key as it stands in a key set. A private key does not fit: <c>d</c> is refused.</summary>
sealed record PublicJwk(string Kty, string Crv, string X, string Y, string Kid, string? Use = null, string? Alg = null)
{
    internal JwkPoint Point => new(Kty, Crv, X, Y);
}

/// <summary>A private key as the CMS keeps it.</summary>
sealed record PrivateJwk(string Kty, string Crv, string X, string Y, string D, string? Kid = null, string? Use = null, string? Alg = null);
