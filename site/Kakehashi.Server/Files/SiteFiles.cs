using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Kakehashi.Server.Files;

/// <summary>Finds and opens files below the root; small ones from memory.</summary>
/// <remarks>
/// Every open asks the file system whether the version in memory is still the present one, so a file put in place
/// by rename is served at once. Files are named by <see cref="SitePath.Value"/>, which cannot climb above the root.
/// </remarks>
internal sealed class SiteFiles(SiteServerOptions options) : IDisposable
{
    private const int LargestInMemory = 256 * 1024;
    private const int ReadSize = 128 * 1024;
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Directory));
    private readonly FileCache cache = new(options.CacheBytes);
    private readonly SemaphoreSlim hashing = new(1);

    public bool Exists(string file) => File.Exists(root + file);

    /// <param name="file">Path below the root of the uncompressed file; starts with a slash.</param>
    /// <param name="accepted">Decides between the file and its compressed siblings.</param>
    /// <returns>Null where no acceptable form of the file is there to be read.</returns>
    /// <exception cref="IOException">The disk failed, or the process has too many files open.</exception>
    public async ValueTask<OpenedFile?> OpenAsync(string file, AcceptedCodings accepted)
    {
        var ranked = new ContentCoding[3];
        var count = accepted.Rank(ranked);
        for (var i = 0; i < count; i++)
        {
            if (await OpenAsync(file, ranked[i]) is { } opened)
                return opened;
        }
        return null;
    }

    public void Dispose() => hashing.Dispose();

    private async ValueTask<OpenedFile?> OpenAsync(string file, ContentCoding coding)
    {
        var fullPath = coding switch
        {
            ContentCoding.Brotli => root + file + ".br",
            ContentCoding.Gzip => root + file + ".gz",
            _ => root + file,
        };
        if (FileStamp.Of(fullPath) is not { } stamp)
            return null;
        if (cache.Find(fullPath) is { Bytes: not null } kept && kept.Stamp == stamp)
            return new OpenedFile(kept, Handle: null);
        return IsBehindLink(fullPath) ? null : await ReadAsync(file, coding, fullPath);
    }

    private async ValueTask<OpenedFile?> ReadAsync(string file, ContentCoding coding, string fullPath)
    {
        SafeFileHandle? handle = null;
        try
        {
            var now = options.Time.GetUtcNow();
            handle = File.OpenHandle(fullPath, options: FileOptions.Asynchronous);
            var stamp = FileStamp.Of(handle);
            var opened = stamp.Length <= LargestInMemory
                ? new OpenedFile(ReadSmall(file, coding, stamp, handle), Handle: null)
                : new OpenedFile(await ReadLargeAsync(file, coding, stamp, handle, fullPath), handle);
            if (stamp.IsSettled(now))
                cache.Keep(fullPath, opened.Version);
            handle = opened.Handle is null ? handle : null;
            return opened;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            handle?.Dispose();
        }
    }

    private static FileVersion ReadSmall(string file, ContentCoding coding, FileStamp stamp, SafeFileHandle handle)
    {
        var bytes = new byte[stamp.Length];
        var filled = 0;
        while (filled < bytes.Length)
        {
            var read = RandomAccess.Read(handle, bytes.AsSpan(filled), filled);
            filled += read > 0 ? read : throw new EndOfStreamException();
        }
        return new FileVersion(file, coding, stamp, ETag(SHA256.HashData(bytes)), bytes);
    }

    /// <summary>One at a time: many first requests for one big file read it once.</summary>
    private async ValueTask<FileVersion> ReadLargeAsync(
        string file, ContentCoding coding, FileStamp stamp, SafeFileHandle handle, string fullPath)
    {
        await hashing.WaitAsync();
        try
        {
            if (cache.Find(fullPath) is { } kept && kept.Stamp == stamp)
                return kept;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[ReadSize];
            for (long offset = 0; offset < stamp.Length;)
            {
                var read = await RandomAccess.ReadAsync(handle, buffer, offset);
                hash.AppendData(buffer, 0, read > 0 ? read : throw new EndOfStreamException());
                offset += read;
            }
            return new FileVersion(file, coding, stamp, ETag(hash.GetHashAndReset()), bytes: null);
        }
        finally
        {
            hashing.Release();
        }
    }

    /// <summary>A link could point out of the root, so none below it is followed. The root itself may be one.</summary>
    private bool IsBehindLink(string fullPath)
    {
        for (var path = fullPath; path.Length > root.Length; path = Path.GetDirectoryName(path)!)
        {
            if (new FileInfo(path).LinkTarget is not null)
                return true;
        }
        return false;
    }

    private static string ETag(byte[] hash) => $"\"{Base64Url.EncodeToString(hash.AsSpan(0, 16))}\"";
}
