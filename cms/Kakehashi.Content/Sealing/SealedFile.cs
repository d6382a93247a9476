using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Kakehashi.Content.Sealing;

/// <summary>
/// An attachment sealed while it streams: chunks of 64 KiB, each AES-256-GCM with its number and "this is the last" in the nonce
/// (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár). What is cut, reordered, repeated or appended does not open.
/// Memory: one chunk and its sealed form, however large the file.
/// </summary>
/// <remarks>The nonce starts at 0 in every file, so a key must never seal two files.</remarks>
public static class SealedFile
{
    /// <summary>Length of a key, in bytes.</summary>
    public const int KeyBytes = 32;

    /// <summary>Content of every chunk but the last, in bytes.</summary>
    public const int ChunkBytes = 64 * 1024;

    const int TagBytes = 16;

    /// <summary>Length once sealed, in bytes.</summary>
    public static long SealedLength(long contentBytes) => contentBytes + Math.Max(1, (contentBytes + ChunkBytes - 1) / ChunkBytes) * TagBytes;

    /// <summary>Seals all that is left of a stream.</summary>
    /// <param name="key">32 random bytes, for this file alone.</param>
    /// <returns>Length of the content, in bytes.</returns>
    public static async Task<long> SealAsync(Stream content, Stream to, byte[] key, CancellationToken cancellation)
    {
        using var cipher = new AesGcm(key, TagBytes);
        var (chunk, next, output) = (new byte[ChunkBytes], new byte[ChunkBytes], new byte[ChunkBytes + TagBytes]);
        var length = await content.ReadAtLeastAsync(chunk, ChunkBytes, throwOnEndOfStream: false, cancellation);
        long total = 0;
        for (uint number = 0; ; number = checked(number + 1))
        {
            // Whether a chunk is the last is only known once the next one was asked for.
            var following = length < ChunkBytes ? 0 : await content.ReadAtLeastAsync(next, ChunkBytes, throwOnEndOfStream: false, cancellation);
            cipher.Encrypt(Nonce(number, last: following == 0), chunk.AsSpan(0, length), output.AsSpan(0, length), output.AsSpan(length, TagBytes));
            await to.WriteAsync(output.AsMemory(0, length + TagBytes), cancellation);
            total += length;
            if (following == 0) return total;
            (chunk, next, length) = (next, chunk, following);
        }
    }

    /// <summary>Opens all that is left of a stream.</summary>
    /// <returns>Length of the content, in bytes.</returns>
    /// <exception cref="BrokenSealException">Not as it was sealed: what was already written to <paramref name="to"/> must be thrown away.</exception>
    public static async Task<long> OpenAsync(Stream sealedContent, Stream to, byte[] key, CancellationToken cancellation)
    {
        using var cipher = new AesGcm(key, TagBytes);
        var (chunk, next, output) = (new byte[ChunkBytes + TagBytes], new byte[ChunkBytes + TagBytes], new byte[ChunkBytes]);
        var length = await sealedContent.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, cancellation);
        long total = 0;
        for (uint number = 0; ; number = checked(number + 1))
        {
            var following = length < chunk.Length ? 0 : await sealedContent.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, cancellation);
            var contentLength = length - TagBytes;
            if (contentLength < 0 || contentLength == 0 && number > 0) throw new BrokenSealException("The file is cut short.");
            Decrypt(cipher, Nonce(number, last: following == 0), chunk.AsSpan(0, length), output.AsSpan(0, contentLength));
            await to.WriteAsync(output.AsMemory(0, contentLength), cancellation);
            total += contentLength;
            if (following == 0) return total;
            (chunk, next, length) = (next, chunk, following);
        }
    }

    static void Decrypt(AesGcm cipher, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> chunk, Span<byte> content)
    {
        try
        {
            cipher.Decrypt(nonce, chunk[..content.Length], chunk[content.Length..], content);
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new BrokenSealException("The file is not as it was sealed.", exception);
        }
    }

    static byte[] Nonce(uint number, bool last)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(7), number);
        nonce[11] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
