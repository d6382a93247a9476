using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kakehashi.Cms.Store;

namespace Kakehashi.Cms.Personal;

/// <summary>One key under which personal data are kept.</summary>
/// <param name="Id">Stands before every value kept under it; unique in the ring.</param>
/// <param name="Key">256 bits.</param>
public sealed record PersonalKey(string Id, byte[] Key);

/// <summary>The keys of an installation's personal data (F12). They never enter the database.</summary>
/// <remarks>Given by the setting <c>PersonalKeys</c>, otherwise kept in <c>keys/personal.json</c> of the data directory, which only its owner may read.</remarks>
public sealed class KeyRing(CmsOptions options)
{
    readonly string path = Path.Combine(options.DataDirectory, "keys", "personal.json");
    readonly Lock gate = new();
    Contents? contents;

    /// <summary>The key for what is written from now on.</summary>
    public PersonalKey Newest => All[0];

    /// <summary>Newest first; never empty.</summary>
    public IReadOnlyList<PersonalKey> All => Read().Keys;

    /// <summary>Key of the blind indexes; 256 bits, and the same for the life of the installation.</summary>
    internal byte[] Index => Read().Index;

    /// <summary>The key of that id, or null. A ring that was rotated meanwhile is read again.</summary>
    public PersonalKey? Find(string id)
    {
        if (All.FirstOrDefault(key => key.Id == id) is { } known) return known;
        lock (gate) contents = null;
        return All.FirstOrDefault(key => key.Id == id);
    }

    /// <summary>Puts a new key first. What was written under the others can still be read.</summary>
    /// <exception cref="InvalidOperationException">The ring is given by the setting; it is changed there.</exception>
    public void Rotate()
    {
        if (options.PersonalKeys is not null) throw new InvalidOperationException("The personal keys are given by the setting PersonalKeys: put a new key first there.");
        lock (gate)
        {
            var before = Read();
            contents = before with { Keys = [Contents.NewKey(), .. before.Keys] };
            PrivateFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(contents, Contents.Json));
        }
    }

    Contents Read()
    {
        lock (gate)
        {
            if (contents is not null) return contents;
            if (options.PersonalKeys is null && !File.Exists(path)) PrivateFile.TryCreate(path, JsonSerializer.SerializeToUtf8Bytes(Contents.New(), Contents.Json));
            return contents = Contents.Parse(options.PersonalKeys is { } given ? Encoding.UTF8.GetBytes(given) : PrivateFile.Read(path));
        }
    }

    sealed record Contents(IReadOnlyList<PersonalKey> Keys, byte[] Index)
    {
        public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

        public static Contents New() => new([NewKey()], RandomNumberGenerator.GetBytes(32));

        public static PersonalKey NewKey() => new(RandomNumberGenerator.GetHexString(8, lowercase: true), RandomNumberGenerator.GetBytes(32));

        public static Contents Parse(byte[] json)
        {
            var read = JsonSerializer.Deserialize<Contents>(json, Json);
            return read is { Keys.Count: > 0, Index.Length: 32 } && read.Keys.All(key => key is { Id.Length: > 0 and <= 32, Key.Length: 32 } && Ascii.IsValid(key.Id)) && read.Keys.DistinctBy(key => key.Id).Count() == read.Keys.Count
                ? read
                : throw new InvalidOperationException("The ring of personal keys is not whole: it needs \"keys\" with id and key (32 bytes, base64), newest first, and \"index\" (32 bytes, base64).");
        }
    }
}
