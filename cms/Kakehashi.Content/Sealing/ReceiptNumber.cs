using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Kakehashi.Content.Sealing;

/// <summary>What a visitor gets for a submission and can read out on the telephone, such as <c>K7QM-3FPX-9WDT</c>. Opens nothing.</summary>
/// <remarks>Twelve characters without 0, O, 1 and I: 60 bits.</remarks>
public readonly record struct ReceiptNumber
{
    const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const int Length = 12;

    readonly string? characters;

    ReceiptNumber(string characters) => this.characters = characters;

    /// <summary>Twelve characters without hyphens: the name of the submission's file.</summary>
    public string FileName => characters ?? throw new InvalidOperationException("A receipt number that was never given.");

    /// <summary>The same token gives the same number, so that a submission sent twice is one submission.</summary>
    /// <param name="token">Random, at least 128 bits.</param>
    public static ReceiptNumber FromToken(ReadOnlySpan<byte> token)
    {
        var bits = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(token));
        return new(string.Create(Length, bits, static (text, bits) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = Alphabet[(int)(bits >> (59 - 5 * i) & 31)];
        }));
    }

    /// <summary>Reads what a person typed: case, width, hyphens and spaces do not matter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReceiptNumber number)
    {
        number = default;
        if (text is not { Length: <= 64 }) return false;
        var characters = string.Concat(FieldInput.HalfWidth(text).Where(c => !IsSeparator(c)).Select(char.ToUpperInvariant));
        if (characters.Length != Length || characters.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal))) return false;
        number = new(characters);
        return true;
    }

    /// <summary>In groups of four.</summary>
    public override string ToString() => $"{FileName[..4]}-{FileName[4..8]}-{FileName[8..]}";

    static bool IsSeparator(char c) => char.IsWhiteSpace(c) || c is '-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or 'ー' or 'ｰ' or '・' or '.';
}
