using System.Text.Json;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Cms.Intake;

/// <summary>The private keys for which submissions are sealed: <c>keys/sealing.json</c> of the data directory, which only its owner may read. Their public halves lie in the inbox.</summary>
public sealed class SealingKeys(CmsOptions options, InboxDirectory inbox, TimeProvider time)
{
    /// <summary>How long an old key is kept after it was replaced: a page may have been open, an attachment held, the CMS down.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    readonly string path = Path.Combine(options.DataDirectory, "keys", "sealing.json");
    readonly Lock gate = new();
    DateTime read;
    List<Entry> entries = [];

    /// <summary>The keys at hand; made on the first call.</summary>
    public PrivateKeys Private => new(Load().Select(entry => PrivateSealingKey.FromJwk(entry.Jwk)));

    /// <summary>Id and time of making of every key, the current one first.</summary>
    public IReadOnlyList<(string Id, DateTimeOffset MadeAt)> All => [.. Load().Select(entry => (PrivateSealingKey.FromJwk(entry.Jwk).Public.Id, entry.MadeAt))];

    /// <summary>Leaves the public keys for the forms process, whole or not at all. The same keys again change nothing.</summary>
    public async Task PublishAsync(CancellationToken ct)
    {
        var set = new KeySet([.. Load().Select(entry => PrivateSealingKey.FromJwk(entry.Jwk).Public)]).ToJson();
        var file = inbox.Of(Content.Forms.Inbox.Keys);
        var there = File.Exists(file) ? await File.ReadAllBytesAsync(file, ct) : [];
        if (!set.AsSpan().SequenceEqual(there)) await inbox.WriteKeysAsync(set, ct);
    }

    /// <summary>Makes a new current key and publishes it. Old ones are kept for <see cref="Kept"/> after they were replaced.</summary>
    /// <returns>Id of the new key.</returns>
    public async Task<string> RotateAsync(CancellationToken ct)
    {
        var made = New();
        lock (gate)
        {
            var now = time.GetUtcNow();
            var before = Load();
            // A key was replaced when the one before it in the list was made.
            Save([made, .. before.Where((_, index) => index == 0 || before[index - 1].MadeAt + Kept > now)]);
        }
        await PublishAsync(ct);
        return PrivateSealingKey.FromJwk(made.Jwk).Public.Id;
    }

    Entry New() => new(PrivateSealingKey.Create().ToJwk(), time.GetUtcNow());

    void Save(IReadOnlyList<Entry> changed) => PrivateFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(changed, ContentJson.Options));

    // Read again whenever another process rotated.
    List<Entry> Load()
    {
        lock (gate)
        {
            if (!File.Exists(path)) PrivateFile.TryCreate(path, JsonSerializer.SerializeToUtf8Bytes(new List<Entry> { New() }, ContentJson.Options));
            if (File.GetLastWriteTimeUtc(path) is var written && written != read)
                (entries, read) = (JsonSerializer.Deserialize<List<Entry>>(PrivateFile.Read(path), ContentJson.Options) is { Count: > 0 } found
                    ? found
                    : throw new InvalidOperationException($"{path} holds no key: put the saved file back."), written);
            return entries;
        }
    }

    sealed record Entry(string Jwk, DateTimeOffset MadeAt);
}
