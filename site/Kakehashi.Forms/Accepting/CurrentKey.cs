using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Forms.Accepting;

/// <summary>The CMS's public key of the moment: <c>keys.json</c>, read again whenever it changes.</summary>
internal sealed class CurrentKey(InboxDirectory inbox)
{
    private readonly FileInfo file = new(inbox.Of(Inbox.Keys));
    private readonly Lock gate = new();
    private (DateTime Written, long Length, PublicSealingKey Key)? known;

    /// <exception cref="IOException">There is no key, or none that can be read.</exception>
    public PublicSealingKey Read()
    {
        lock (gate)
        {
            file.Refresh();
            if (!file.Exists) throw new FileNotFoundException("The inbox holds no keys.json: the CMS writes it at its start.");
            if (known is { } last && last.Written == file.LastWriteTimeUtc && last.Length == file.Length) return last.Key;
            try
            {
                var key = KeySet.Parse(File.ReadAllBytes(file.FullName)).Current;
                known = (file.LastWriteTimeUtc, file.Length, key);
                return key;
            }
            catch (BrokenSealException error)
            {
                throw new IOException("keys.json of the inbox is not a set of public keys.", error);
            }
        }
    }
}
