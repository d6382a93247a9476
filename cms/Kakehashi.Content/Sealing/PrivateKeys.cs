using System.Collections.Frozen;

namespace Kakehashi.Content.Sealing;

/// <summary>The private keys at hand, by id. Old ones stay as long as something sealed for them may arrive.</summary>
public sealed class PrivateKeys(params IEnumerable<PrivateSealingKey> keys)
{
    readonly FrozenDictionary<string, PrivateSealingKey> byId = keys.DistinctBy(key => key.Public.Id).ToFrozenDictionary(key => key.Public.Id, StringComparer.Ordinal);

    /// <exception cref="UnknownSealingKeyException">There is none of that id.</exception>
    public PrivateSealingKey this[string id] => byId.GetValueOrDefault(id) ?? throw new UnknownSealingKeyException(id);
}
