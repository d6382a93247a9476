using System.Security.Cryptography;
using System.Text;

namespace Kakehashi.Content.Sealing;

/// <summary>The part <c>ID.KEY</c> of a link in a mail: which ticket, and the key that opens it. The key is written down nowhere else.</summary>
/// <param name="Id">128 bits as 22 characters of base64url: a safe file name.</param>
/// <param name="Key">256 bits.</param>
public sealed record TicketLink(string Id, byte[] Key)
{
    const int IdBytes = 16;
    const int KeyBytes = 32;
    const int NonceBytes = 12;
    const int TagBytes = 16;

    public static TicketLink Create() => new(Base64.Encode(RandomNumberGenerator.GetBytes(IdBytes)), RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Reads <c>ID.KEY</c>; null for anything else.</summary>
    public static TicketLink? Parse(string? text)
    {
        if (text?.Split('.') is not [var id, { Length: 43 } key] || !IsId(id)) return null;
        try
        {
            return new(id, Base64.Decode(key));
        }
        catch (BrokenSealException)
        {
            return null;
        }
    }

    /// <summary>Whether a text may be a ticket's id: 22 characters of base64url.</summary>
    public static bool IsId(string text)
    {
        try
        {
            return text.Length == 22 && Base64.Decode(text).Length == IdBytes;
        }
        catch (BrokenSealException)
        {
            return false;
        }
    }

    /// <summary>SHA-256 of the key: what the CMS keeps to know the key again.</summary>
    public byte[] KeyHash() => SHA256.HashData(Key);

    /// <summary>A ticket's document under this link's key, bound to its id. Seal once only.</summary>
    /// <returns>Nonce, AES-256-GCM ciphertext, tag.</returns>
    public byte[] Seal(ReadOnlySpan<byte> document)
    {
        var output = new byte[NonceBytes + document.Length + TagBytes];
        RandomNumberGenerator.Fill(output.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(Key, TagBytes);
        cipher.Encrypt(output.AsSpan(0, NonceBytes), document, output.AsSpan(NonceBytes, document.Length), output.AsSpan(NonceBytes + document.Length), Encoding.ASCII.GetBytes(Id));
        return output;
    }

    /// <exception cref="BrokenSealException">Another key, another ticket, or damaged.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedDocument)
    {
        if (sealedDocument.Length < NonceBytes + TagBytes) throw new BrokenSealException("The ticket is cut short.");
        var document = new byte[sealedDocument.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(Key, TagBytes);
            cipher.Decrypt(sealedDocument[..NonceBytes], sealedDocument[NonceBytes..^TagBytes], sealedDocument[^TagBytes..], document, Encoding.ASCII.GetBytes(Id));
            return document;
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new BrokenSealException("Not this ticket's key.", exception);
        }
    }

    /// <summary><c>ID.KEY</c>. A secret: not for logs.</summary>
    public override string ToString() => $"{Id}.{Base64.Encode(Key)}";
}
