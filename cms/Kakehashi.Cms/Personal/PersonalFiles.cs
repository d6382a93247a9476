using System.Security.Cryptography;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Cms.Personal;

/// <summary>Attachments on disk, each sealed in chunks under a key of its own. The key is kept as a personal value in the database: without its row no copy of the file can be read.</summary>
public sealed class PersonalFiles(CmsOptions options)
{
    readonly string root = Path.Combine(options.DataDirectory, "personal");

    /// <summary>Keeps a file durably; one of the same id is replaced.</summary>
    /// <returns>Its key: 32 bytes, new each time.</returns>
    public async Task<byte[]> KeepAsync(Guid id, Stream content, CancellationToken ct)
    {
        var key = RandomNumberGenerator.GetBytes(SealedFile.KeyBytes);
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():n}";
        await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            await SealedFile.SealAsync(content, file, key, ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
        return key;
    }

    /// <summary>Writes the plain content.</summary>
    /// <exception cref="BrokenSealException">The file was changed: what was written must be thrown away.</exception>
    /// <exception cref="FileNotFoundException">It is gone.</exception>
    public async Task OpenAsync(Guid id, byte[] key, Stream to, CancellationToken ct)
    {
        await using var file = File.OpenRead(PathOf(id));
        await SealedFile.OpenAsync(file, to, key, ct);
    }

    /// <summary>Deletes a file; nothing happens where it is gone.</summary>
    public void Delete(Guid id)
    {
        if (Directory.Exists(root)) File.Delete(PathOf(id));
    }

    /// <summary>Ids of all files that were last written before an instant, those never finished included as far as their id can be read.</summary>
    internal IEnumerable<Guid> WrittenBefore(DateTimeOffset instant) =>
        Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(path => File.GetLastWriteTimeUtc(path) < instant.UtcDateTime)
                .Select(path => Guid.TryParseExact(Path.GetFileName(path), "n", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)
            : [];

    string PathOf(Guid id)
    {
        var name = id.ToString("n");
        return Path.Combine(root, name[^2..], name);
    }
}
