using System.Security.Cryptography;

namespace Kakehashi.Cms.Media;

/// <summary>The bytes of the media library on disk, each file under its own hash: written once, never changed.</summary>
public sealed class MediaFiles(CmsOptions options)
{
    readonly string root = Path.Combine(options.DataDirectory, "media");

    /// <summary>Keeps the bytes durably.</summary>
    /// <returns>Lower-case hexadecimal SHA-256.</returns>
    public async Task<string> KeepAsync(byte[] bytes, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(hash);
        if (File.Exists(path)) return hash;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():n}";
        await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
        return hash;
    }

    /// <summary>Path of the bytes; the file may be missing.</summary>
    /// <param name="hash">As <see cref="KeepAsync"/> returned it.</param>
    public string PathOf(string hash) => Path.Combine(root, hash[..2], hash);
}
