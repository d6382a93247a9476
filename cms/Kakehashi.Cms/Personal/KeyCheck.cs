using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Personal;

/// <summary>A value whose only use is to tell whether the ring still has the key.</summary>
public sealed class KeyCheck
{
    /// <summary>Id of the key, or <c>index</c>.</summary>
    public required string KeyId { get; init; }

    public required byte[] Value { get; init; }

    // A fixed row: the value stands for the key, not for a person.
    static Place Place(string id) => new("personal_keys", Guid.Empty, id);

    /// <summary>Notes the ring's keys in the database; without those noted before, the CMS does not start.</summary>
    /// <exception cref="InvalidOperationException">A key is missing, or another index key is given: personal data could not be read or found.</exception>
    internal static async Task RunAsync(CmsDb db, KeyRing ring, PersonalCipher cipher, BlindIndex index, CancellationToken ct)
    {
        var noted = await db.Set<KeyCheck>().ToListAsync(ct);
        var entry = index.OfName("index");
        foreach (var check in noted)
            if (check.KeyId == "index" ? !check.Value.AsSpan().SequenceEqual(entry) : !Opens(cipher, check))
                throw new InvalidOperationException(
                    $"The database holds personal data under the key \"{check.KeyId}\", which the ring of personal keys lacks. Put the saved keys/personal.json back into the data directory, or set PersonalKeys.");
        if (noted.All(check => check.KeyId != "index")) db.Add(new KeyCheck { KeyId = "index", Value = entry });
        if (noted.All(check => check.KeyId != ring.Newest.Id)) db.Add(new KeyCheck { KeyId = ring.Newest.Id, Value = cipher.Seal("known", Place(ring.Newest.Id)) });
        await db.SaveChangesAsync(ct);
    }

    static bool Opens(PersonalCipher cipher, KeyCheck check)
    {
        try
        {
            return cipher.Open(check.Value, Place(check.KeyId)) == "known";
        }
        catch (UnreadablePersonalDataException)
        {
            return false;
        }
    }
}
