namespace Kakehashi.Content.Sealing;

/// <summary>An envelope is well formed but sealed for a key that is not at hand; it may be opened once the key is back.</summary>
/// <param name="keyId">Thumbprint the envelope names.</param>
public sealed class UnknownSealingKeyException(string keyId) : Exception($"No private key {keyId}.")
{
    /// <summary>RFC 7638 thumbprint, base64url.</summary>
    public string KeyId { get; } = keyId;
}
