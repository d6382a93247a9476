using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Content.Tests.Sealing;

public sealed class SealedFileTests
{
    const int SealedChunk = SealedFile.ChunkBytes + 16;

    static readonly byte[] Key = RandomNumberGenerator.GetBytes(SealedFile.KeyBytes);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedFile.ChunkBytes - 1)]
    [InlineData(SealedFile.ChunkBytes)]
    [InlineData(SealedFile.ChunkBytes + 1)]
    [InlineData(3 * SealedFile.ChunkBytes)]
    [InlineData(200_000)]
    public async Task Files_of_every_length_come_back_whole(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var file = await SealAsync(content);
        Assert.Equal(SealedFile.SealedLength(length), file.Length);
        Assert.Equal(content, await OpenAsync(file));
    }

    [Fact]
    public void However_the_bytes_trickle_in_the_file_is_the_same() => Prop.ForAll(Gen.Choose(0, 3 * SealedFile.ChunkBytes).Two().ToArbitrary(), lengths =>
    {
        var content = RandomNumberGenerator.GetBytes(lengths.Item1);
        using var slow = new Trickle(content, 1 + lengths.Item2 % 5_000);
        using var file = new MemoryStream();
        SealedFile.SealAsync(slow, file, Key, CancellationToken.None).GetAwaiter().GetResult();
        return file.ToArray().AsSpan().SequenceEqual(SealAsync(content).GetAwaiter().GetResult());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Any_flipped_byte_of_a_small_file_is_noticed()
    {
        var file = await SealAsync("小さな資料"u8.ToArray());
        for (var at = 0; at < file.Length; at++)
        {
            file[at] ^= 0x40;
            await AssertBrokenAsync(file);
            file[at] ^= 0x40;
        }
    }

    [Fact]
    public async Task Cut_anywhere_a_small_file_does_not_open()
    {
        var file = await SealAsync("小さな資料"u8.ToArray());
        for (var length = 0; length < file.Length; length++) await AssertBrokenAsync(file[..length]);
    }

    [Fact]
    public async Task Cutting_at_a_chunk_reordering_repeating_and_appending_are_noticed()
    {
        var file = await SealAsync(RandomNumberGenerator.GetBytes(3 * SealedFile.ChunkBytes));
        var (first, second, last) = (file[..SealedChunk], file[SealedChunk..(2 * SealedChunk)], file[(2 * SealedChunk)..]);
        byte[][] broken = [first, [.. first, .. second], [.. second, .. first, .. last], [.. first, .. first, .. second, .. last], [.. first, .. last], last, [.. file, 0], [.. file, .. last]];
        foreach (var other in broken) await AssertBrokenAsync(other);
        Assert.Equal(3 * SealedFile.ChunkBytes, (await OpenAsync(file)).Length);
    }

    [Fact]
    public async Task Another_key_opens_nothing()
    {
        var file = await SealAsync("資料"u8.ToArray());
        await Assert.ThrowsAsync<BrokenSealException>(() =>
            SealedFile.OpenAsync(new MemoryStream(file), Stream.Null, RandomNumberGenerator.GetBytes(SealedFile.KeyBytes), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_large_file_needs_no_more_memory_than_a_small_one()
    {
        await SealAsync([1]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var large = new Trickle(new byte[32 * 1024 * 1024], SealedFile.ChunkBytes);
        Assert.Equal(32 * 1024 * 1024, await SealedFile.SealAsync(large, Stream.Null, Key, TestContext.Current.CancellationToken));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before - 32 * 1024 * 1024, 0, 1024 * 1024);
    }

    static async Task<byte[]> SealAsync(byte[] content)
    {
        using var file = new MemoryStream();
        await SealedFile.SealAsync(new MemoryStream(content), file, Key, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    static async Task<byte[]> OpenAsync(byte[] file)
    {
        using var content = new MemoryStream();
        await SealedFile.OpenAsync(new MemoryStream(file), content, Key, TestContext.Current.CancellationToken);
        return content.ToArray();
    }

    static async Task AssertBrokenAsync(byte[] file) => await Assert.ThrowsAsync<BrokenSealException>(() => OpenAsync(file));

    /// <summary>Gives at most some bytes at a time, as a network does.</summary>
    sealed class Trickle(byte[] content, int most) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
    }
}
