using System.Security.Cryptography;

namespace Kakehashi.Forms.Uploads;

/// <summary>A file on its way: its first bytes are looked at, all of them counted and hashed, none kept.</summary>
internal sealed class UploadStream(Stream body, long limit) : Stream
{
    private const int HeadBytes = 4096;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] head = new byte[HeadBytes];
    private int headLength;
    private int headRead;

    /// <summary>Bytes given so far.</summary>
    public long Count { get; private set; }

    /// <summary>The file was longer than allowed; what came after the limit was not given.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The visitor's side broke off.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The first bytes, at most 4 KiB; they are given again by reading.</summary>
    public async Task<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancellation)
    {
        int read;
        while (headLength < HeadBytes && (read = await ReadBodyAsync(head.AsMemory(headLength), cancellation)) > 0) headLength += read;
        return head.AsMemory(0, headLength);
    }

    public string Sha256() => Convert.ToHexStringLower(hash.GetCurrentHash());

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = headRead < headLength ? FromHead(buffer.Span) : await ReadBodyAsync(buffer, cancellationToken);
        IsTooLong = Count + read > limit;
        if (IsTooLong) return 0;
        Count += read;
        hash.AppendData(buffer.Span[..read]);
        return read;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadBodyAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        IsBroken = true;
        var read = await body.ReadAsync(buffer, cancellation);
        IsBroken = false;
        return read;
    }

    private int FromHead(Span<byte> buffer)
    {
        var read = Math.Min(buffer.Length, headLength - headRead);
        head.AsSpan(headRead, read).CopyTo(buffer);
        headRead += read;
        return read;
    }
}
