using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kakehashi.Forms;

/// <summary>Marks what travels in a page, so that it comes back as it went. The key opens nothing; whoever has it can only pretend to have seen a check page.</summary>
/// <param name="key">32 random bytes.</param>
internal sealed class PageSignature(byte[] key)
{
    private const int MarkBytes = 16;
    private const int MaxCharacters = 16 * 1024;

    /// <summary>Key of an installation; made on first use, readable by the owner alone.</summary>
    public static PageSignature Ensure(string file)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var fresh = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            using var stream = new FileStream(file, fresh);
            stream.Write(RandomNumberGenerator.GetBytes(32));
            stream.Flush(flushToDisk: true);
        }
        var bytes = File.ReadAllBytes(file);
        return bytes.Length == 32 ? new(bytes) : throw new InvalidDataException($"{file} is not 32 bytes long: remove it, and a new one is made.");
    }

    /// <param name="purpose">What the content is for; verifies for no other purpose.</param>
    public string Sign(string purpose, ReadOnlySpan<byte> content)
    {
        byte[] signed = [.. content, .. Mark(purpose, content)];
        return Base64Url.EncodeToString(signed);
    }

    /// <returns>The content; null for anything that was not signed for that purpose.</returns>
    public byte[]? Verify(string purpose, string text)
    {
        if (text.Length > MaxCharacters || !Base64Url.IsValid(text)) return null;
        var signed = Base64Url.DecodeFromChars(text);
        if (signed.Length < MarkBytes) return null;
        var content = signed.AsSpan(..^MarkBytes);
        return CryptographicOperations.FixedTimeEquals(Mark(purpose, content), signed.AsSpan(^MarkBytes..)) ? content.ToArray() : null;
    }

    private byte[] Mark(string purpose, ReadOnlySpan<byte> content)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes(purpose));
        hmac.AppendData([0]);
        hmac.AppendData(content);
        return hmac.GetHashAndReset()[..MarkBytes];
    }
}
