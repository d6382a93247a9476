using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kakehashi.Content.Sealing;

/// <summary>Key derivation of ECDH-ES: the single-step KDF with SHA-256 (NIST SP 800-56A, 5.8.1; RFC 7518, 4.6.2).</summary>
static class ConcatKdf
{
    /// <param name="secret">Shared secret Z.</param>
    /// <param name="algorithm">For direct agreement the content encryption, such as A256GCM.</param>
    /// <param name="bits">Length of the key; a multiple of 8, at most 256: one round of the hash.</param>
    public static byte[] Derive(ReadOnlySpan<byte> secret, string algorithm, ReadOnlySpan<byte> partyU, ReadOnlySpan<byte> partyV, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 256);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendNumber(hash, 1);
        hash.AppendData(secret);
        AppendField(hash, Encoding.ASCII.GetBytes(algorithm));
        AppendField(hash, partyU);
        AppendField(hash, partyV);
        AppendNumber(hash, bits);
        return hash.GetHashAndReset()[..(bits / 8)];
    }

    static void AppendField(IncrementalHash hash, ReadOnlySpan<byte> field)
    {
        AppendNumber(hash, field.Length);
        hash.AppendData(field);
    }

    static void AppendNumber(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
