using System.Buffers.Text;

namespace Kakehashi.Content.Sealing;

/// <summary>base64url of RFC 7515, section 2: no padding, and one text only for the same bytes.</summary>
static class Base64
{
    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <exception cref="BrokenSealException">Any other text, spare bits that are not zero included.</exception>
    public static byte[] Decode(ReadOnlySpan<char> text)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            if (text.SequenceEqual(Base64Url.EncodeToString(bytes))) return bytes;
        }
        catch (FormatException exception)
        {
            throw new BrokenSealException("Not base64url.", exception);
        }
        throw new BrokenSealException("Not the one base64url text of its bytes.");
    }
}
