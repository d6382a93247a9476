using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kakehashi.Content;

namespace Kakehashi.Cms.Personal;

/// <summary>Where a personal value stands; it can be read nowhere else.</summary>
/// <param name="Table">As the database names it.</param>
/// <param name="Row">Key of the row.</param>
/// <param name="Column">As the database names it.</param>
public readonly record struct Place(string Table, Guid Row, string Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Table}/{Row}/{Column}";
}

/// <summary>Keeps personal data unreadable in the database and in its backups (F12): AES-256-GCM, bound to the value's place.</summary>
/// <remarks>Kept form: length of the key's id, the id, nonce, ciphertext, tag.</remarks>
public sealed class PersonalCipher(KeyRing ring)
{
    const int NonceBytes = 12;
    const int TagBytes = 16;

    /// <summary>The value as it is kept. Twice the same value looks different.</summary>
    public byte[] Seal(string value, Place place) => Seal(Encoding.UTF8.GetBytes(value), place);

    /// <inheritdoc cref="Seal(string, Place)"/>
    public byte[] Seal(ReadOnlySpan<byte> value, Place place)
    {
        var key = ring.Newest;
        var id = Encoding.ASCII.GetBytes(key.Id);
        var kept = new byte[1 + id.Length + NonceBytes + value.Length + TagBytes];
        kept[0] = (byte)id.Length;
        id.CopyTo(kept, 1);
        var rest = kept.AsSpan(1 + id.Length);
        RandomNumberGenerator.Fill(rest[..NonceBytes]);
        using var aes = new AesGcm(key.Key, TagBytes);
        aes.Encrypt(rest[..NonceBytes], value, rest[NonceBytes..^TagBytes], rest[^TagBytes..], BoundTo(key.Id, place));
        return kept;
    }

    /// <summary>A value as JSON.</summary>
    /// <inheritdoc cref="Seal(string, Place)"/>
    public byte[] SealJson<T>(T value, Place place) => Seal(JsonSerializer.SerializeToUtf8Bytes(value, ContentJson.Options), place);

    /// <summary>The value that stands at that place.</summary>
    /// <exception cref="UnreadablePersonalDataException">Its key is not in the ring, or it was changed or moved from elsewhere.</exception>
    public string Open(byte[] kept, Place place) => Encoding.UTF8.GetString(OpenBytes(kept, place));

    /// <inheritdoc cref="Open"/>
    public T OpenJson<T>(byte[] kept, Place place) => JsonSerializer.Deserialize<T>(OpenBytes(kept, place), ContentJson.Options)!;

    /// <inheritdoc cref="Open"/>
    public byte[] OpenBytes(byte[] kept, Place place)
    {
        var id = IdOf(kept);
        var rest = kept.AsSpan(Math.Min(kept.Length, 1 + id.Length));
        if (rest.Length < NonceBytes + TagBytes) throw new UnreadablePersonalDataException($"{place} is cut short.");
        var key = ring.Find(id) ?? throw new UnreadablePersonalDataException($"The key {id} of {place} is not in the ring of personal keys.");
        var value = new byte[rest.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key.Key, TagBytes);
            aes.Decrypt(rest[..NonceBytes], rest[NonceBytes..^TagBytes], rest[^TagBytes..], value, BoundTo(id, place));
            return value;
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new UnreadablePersonalDataException($"{place} was changed, or moved from elsewhere.", exception);
        }
    }

    /// <summary>Whether the value is kept under an older key than the newest.</summary>
    public bool IsOutdated(byte[] kept) => IdOf(kept) != ring.Newest.Id;

    static string IdOf(byte[] kept) => kept.Length > 0 && kept.Length > kept[0] ? Encoding.ASCII.GetString(kept, 1, kept[0]) : "";

    static byte[] BoundTo(string key, Place place) => Encoding.UTF8.GetBytes($"kakehashi personal data 1|{key}|{place}");
}

/// <summary>Personal data that cannot be read: without their key, changed, or in another place than they were written.</summary>
public sealed class UnreadablePersonalDataException : Exception
{
    public UnreadablePersonalDataException()
    {
    }

    public UnreadablePersonalDataException(string message)
        : base(message)
    {
    }

    public UnreadablePersonalDataException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
