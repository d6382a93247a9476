using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kakehashi.Content.Sealing;

/// <summary>
/// A sealed submission: JWE in compact serialisation (RFC 7516), ECDH-ES on P-256 by direct agreement with A256GCM (RFC 7518, 4.6 and 5.3).
/// Whoever seals cannot open: the ephemeral private key is forgotten at once.
/// </summary>
public static class Envelope
{
    internal const string Algorithm = "ECDH-ES";
    const string Encryption = "A256GCM";
    const int NonceBytes = 12;
    const int TagBytes = 16;
    const int MaxHeaderCharacters = 2048;

    /// <summary>Largest content, in bytes: attachments are files of their own.</summary>
    public const int MaxContentBytes = 4 * 1024 * 1024;

    /// <summary>Seals for one key.</summary>
    /// <param name="content">At most <see cref="MaxContentBytes"/>.</param>
    /// <returns>Compact serialisation: ASCII, five parts, the second empty.</returns>
    public static string Seal(ReadOnlySpan<byte> content, PublicSealingKey key)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, MaxContentBytes, nameof(content));
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var header = new Header(Algorithm, Encryption, key.Id, JwkPoint.Of(ephemeral.ExportParameters(includePrivateParameters: false).Q));
        var encodedHeader = Base64.Encode(JsonSerializer.SerializeToUtf8Bytes(header, JwkPoint.Json));

        Span<byte> nonce = stackalloc byte[NonceBytes];
        Span<byte> tag = stackalloc byte[TagBytes];
        RandomNumberGenerator.Fill(nonce);
        var sealedContent = new byte[content.Length];
        using (var cipher = new AesGcm(ContentKey(key.Agree(ephemeral)), TagBytes))
            cipher.Encrypt(nonce, content, sealedContent, tag, Encoding.ASCII.GetBytes(encodedHeader));
        return $"{encodedHeader}..{Base64.Encode(nonce)}.{Base64.Encode(sealedContent)}.{Base64.Encode(tag)}";
    }

    /// <summary>Opens with whichever of the keys it was sealed for.</summary>
    /// <param name="jwe">Compact serialisation; white space is not tolerated.</param>
    /// <exception cref="BrokenSealException">Not an envelope, or not as it was sealed.</exception>
    /// <exception cref="UnknownSealingKeyException">Sealed for a key that is not among <paramref name="keys"/>.</exception>
    public static byte[] Open(ReadOnlySpan<char> jwe, PrivateKeys keys)
    {
        if (jwe.Length > MaxHeaderCharacters + MaxContentBytes / 3 * 4 + 64) throw new BrokenSealException("Too long for an envelope.");
        Span<Range> parts = stackalloc Range[6];
        if (jwe.Split(parts, '.') != 5 || !jwe[parts[1]].IsEmpty) throw new BrokenSealException("Not five parts with an empty second.");

        var encodedHeader = jwe[parts[0]];
        var header = ReadHeader(encodedHeader);
        var key = keys[header.Kid];
        return Decrypt(ContentKey(key.Agree(new PublicSealingKey(header.Epk))), encodedHeader, Base64.Decode(jwe[parts[2]]), Base64.Decode(jwe[parts[3]]), Base64.Decode(jwe[parts[4]]));
    }

    // RFC 7516, 5.2, steps 14 to 17.
    internal static byte[] Decrypt(byte[] contentKey, ReadOnlySpan<char> encodedHeader, byte[] nonce, byte[] sealedContent, byte[] tag)
    {
        if (nonce.Length != NonceBytes || tag.Length != TagBytes) throw new BrokenSealException("Nonce or tag of another length.");
        var additional = new byte[encodedHeader.Length];
        Encoding.ASCII.GetBytes(encodedHeader, additional);
        var content = new byte[sealedContent.Length];
        try
        {
            using var cipher = new AesGcm(contentKey, TagBytes);
            cipher.Decrypt(nonce, sealedContent, tag, content, additional);
            return content;
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new BrokenSealException("The envelope is not as it was sealed.", exception);
        }
    }

    // Any other member, crit and zip among them, any other algorithm and any repetition is refused.
    static Header ReadHeader(ReadOnlySpan<char> encoded)
    {
        if (encoded.Length > MaxHeaderCharacters) throw new BrokenSealException("The header is too long.");
        try
        {
            return JsonSerializer.Deserialize<Header>(Base64.Decode(encoded), JwkPoint.Json) is { Alg: Algorithm, Enc: Encryption } header
                ? header
                : throw new BrokenSealException("Another algorithm.");
        }
        catch (JsonException exception)
        {
            throw new BrokenSealException("Not the header of an envelope.", exception);
        }
    }

    static byte[] ContentKey(byte[] secret) => ConcatKdf.Derive(secret, Encryption, [], [], 256);

    sealed record Header(string Alg, string Enc, string Kid, JwkPoint Epk);
}
