using System.Buffers.Binary;
using System.Security.Cryptography;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Forms.Steps;

/// <summary>What a check page carries: random bytes that become the receipt number, and when the page was made.</summary>
/// <param name="Random">128 bits; sent twice, it is one submission.</param>
/// <param name="IssuedAt">UTC, milliseconds.</param>
internal sealed record StepToken(byte[] Random, DateTimeOffset IssuedAt)
{
    private const int RandomBytes = 16;

    public ReceiptNumber Receipt => ReceiptNumber.FromToken(Random);

    public static StepToken Create(DateTimeOffset now) => new(RandomNumberGenerator.GetBytes(RandomBytes), now);

    /// <param name="place">Address of the form, and the link by which the visitor came.</param>
    public string Write(PageSignature signature, string place)
    {
        Span<byte> content = stackalloc byte[RandomBytes + sizeof(long)];
        Random.CopyTo(content);
        BinaryPrimitives.WriteInt64BigEndian(content[RandomBytes..], IssuedAt.ToUnixTimeMilliseconds());
        return signature.Sign("token " + place, content);
    }

    /// <returns>Null for anything that was not given for that place.</returns>
    public static StepToken? Read(PageSignature signature, string place, string text) =>
        signature.Verify("token " + place, text) is { Length: RandomBytes + sizeof(long) } content
            ? new(content[..RandomBytes], DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(RandomBytes))))
            : null;
}
