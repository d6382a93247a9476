using System.Security.Cryptography;
using Kakehashi.Content;

namespace Kakehashi.Site.Sources;

/// <summary>Bytes of the CMS's media, fetched when a page first needs them and kept by their hash.</summary>
sealed class DeliveredMedia(HttpClient http, string folder)
{
    public SourceMedia Of(MediaFile file) => new(file, cancellation => OpenAsync(file, cancellation));

    async Task<Stream> OpenAsync(MediaFile file, CancellationToken cancellation)
    {
        var path = Path.Join(folder, file.Hash);
        if (!File.Exists(path)) await FetchAsync(file, path, cancellation);
        return File.OpenRead(path);
    }

    async Task FetchAsync(MediaFile file, string path, CancellationToken cancellation)
    {
        var bytes = await http.GetByteArrayAsync($"media/{file.Name}/{file.Hash}", cancellation);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Hash)
            throw new IOException($"CMSから届いたファイル「{file.Name}」が壊れています。しばらくしてからもう一度取り込みます。");
        Directory.CreateDirectory(folder);
        var draft = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(draft, bytes, cancellation);
        File.Move(draft, path, overwrite: true);
    }
}
