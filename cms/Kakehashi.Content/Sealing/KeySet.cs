using System.Text.Json;

namespace Kakehashi.Content.Sealing;

/// <summary>Public keys as a JWK Set (RFC 7517, 5): what the CMS gives to the forms API as <c>keys.json</c>.</summary>
/// <param name="keys">The current key first; never empty.</param>
public sealed class KeySet(params IReadOnlyList<PublicSealingKey> keys)
{
    const int MaxBytes = 64 * 1024;

    /// <summary>Ordered: the current key first.</summary>
    public IReadOnlyList<PublicSealingKey> Keys { get; } = keys.Count > 0 ? keys : throw new BrokenSealException("A key set without a key.");

    /// <summary>The key for which new submissions are sealed.</summary>
    public PublicSealingKey Current => Keys[0];

    /// <param name="json">UTF-8.</param>
    /// <exception cref="BrokenSealException">Not a set of public keys on P-256, or a <c>kid</c> is not the key's thumbprint.</exception>
    public static KeySet Parse(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxBytes) throw new BrokenSealException("The key set is too large.");
        try
        {
            return new([.. (JsonSerializer.Deserialize<Jwks>(json, JwkPoint.Json)?.Keys ?? []).Select(Read)]);
        }
        catch (JsonException exception)
        {
            throw new BrokenSealException("Not a set of public keys.", exception);
        }
    }

    /// <summary>UTF-8; the same keys give the same bytes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(new Jwks([.. Keys.Select(Write)]), JwkPoint.Json);

    static PublicSealingKey Read(PublicJwk? jwk)
    {
        if (jwk is null || jwk.Use is not (null or "enc") || jwk.Alg is not (null or Envelope.Algorithm)) throw new BrokenSealException("No key, or a key for another use.");
        var key = new PublicSealingKey(jwk.Point);
        return key.Id == jwk.Kid ? key : throw new BrokenSealException("A key's id is not its thumbprint.");
    }

    static PublicJwk Write(PublicSealingKey key)
    {
        var (kty, crv, x, y) = key.Jwk;
        return new(kty, crv, x, y, key.Id, "enc", Envelope.Algorithm);
    }

    sealed record Jwks(IReadOnlyList<PublicJwk?> Keys);
}
