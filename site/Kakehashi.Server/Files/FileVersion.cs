using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using Microsoft.Win32.SafeHandles;

namespace Kakehashi.Server.Files;

/// <summary>One version of one file, with its header values.</summary>
internal sealed partial class FileVersion
{
    private static readonly StringValues Forever = "public, max-age=31536000, immutable";
    private static readonly StringValues AskEachTime = "no-cache";

    /// <param name="file">Path below the root of the uncompressed file; starts with a slash.</param>
    /// <param name="coding">Coding of the bytes.</param>
    /// <param name="stamp">Of the file that was read.</param>
    /// <param name="etag">Strong entity tag with its quotes; made from the coded bytes, so it differs for each coding.</param>
    /// <param name="bytes">The whole content; null where it is too big to keep.</param>
    public FileVersion(string file, ContentCoding coding, FileStamp stamp, string etag, byte[]? bytes)
    {
        var type = Files.ContentType.Of(file);
        Stamp = stamp;
        ETag = etag;
        Bytes = bytes;
        ContentType = type.Name;
        ContentDisposition = type.Disposition;
        CacheControl = FingerprintedAddress().IsMatch(file) ? Forever : AskEachTime;
        ContentEncoding = coding switch
        {
            ContentCoding.Brotli => "br",
            ContentCoding.Gzip => "gzip",
            _ => StringValues.Empty,
        };
    }

    public FileStamp Stamp { get; }

    public string ETag { get; }

    public byte[]? Bytes { get; }

    public StringValues ContentType { get; }

    public StringValues ContentDisposition { get; }

    public StringValues CacheControl { get; }

    public StringValues ContentEncoding { get; }

    [GeneratedRegex(@"^/(assets|media)/(.*/)?[^/]*\.[0-9a-f]{8,}\.[^./]+$", RegexOptions.CultureInvariant)]
    private static partial Regex FingerprintedAddress();
}

/// <summary>A version together with the only handle its bytes may be read from.</summary>
/// <param name="Version">What the headers say.</param>
/// <param name="Handle">Null where <see cref="FileVersion.Bytes"/> holds the content.</param>
internal sealed record OpenedFile(FileVersion Version, SafeFileHandle? Handle) : IDisposable
{
    public void Dispose() => Handle?.Dispose();
}
