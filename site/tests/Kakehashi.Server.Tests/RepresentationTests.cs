using System.IO.Compression;
using System.Net;
using System.Text;

namespace Kakehashi.Server.Tests;

public sealed class RepresentationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_best_accepted_sibling_is_served_with_its_own_entity_tag()
    {
        await using var site = await TestSite.StartAsync();
        site.PublishCompressed("/index.html", "<h1>栃木</h1>");
        using var brotli = await site.GetAsync("/", ("Accept-Encoding", "gzip, deflate, br"));
        using var gzip = await site.GetAsync("/", ("Accept-Encoding", "gzip"));
        using var plain = await site.GetAsync("/");
        Assert.Equal("br", brotli.Content.Headers.ContentEncoding.Single());
        Assert.Equal("gzip", gzip.Content.Headers.ContentEncoding.Single());
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal("<h1>栃木</h1>", await TextAsync(brotli, body => new BrotliStream(body, CompressionMode.Decompress)));
        Assert.Equal("<h1>栃木</h1>", await TextAsync(gzip, body => new GZipStream(body, CompressionMode.Decompress)));
        HttpResponseMessage[] all = [brotli, gzip, plain];
        Assert.Equal(3, all.Select(answer => answer.Headers.ETag!.Tag).Distinct().Count());
        Assert.All(all, answer => Assert.False(answer.Headers.ETag!.IsWeak));
        Assert.All(all, answer => Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single()));
        Assert.All(all, answer => Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString()));
    }

    [Fact]
    public async Task Without_a_sibling_the_plain_file_is_served_unless_refused()
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        using var plain = await site.GetAsync("/", ("Accept-Encoding", "br, gzip"));
        using var refused = await site.GetAsync("/", ("Accept-Encoding", "br, identity;q=0"));
        Assert.Equal("home", await plain.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotAcceptable, refused.StatusCode);
    }

    [Fact]
    public async Task A_sibling_left_behind_does_not_keep_a_removed_page_alive()
    {
        await using var site = await TestSite.StartAsync();
        site.PublishCompressed("/index.html", "home");
        using var before = await site.GetAsync("/", ("Accept-Encoding", "br"));
        File.Delete(Path.Combine(site.Root, "index.html"));
        using var after = await site.GetAsync("/", ("Accept-Encoding", "br"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (before.StatusCode, after.StatusCode));
    }

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("W/{0}", true)]
    [InlineData("\"other\", W/{0}", true)]
    [InlineData("*", true)]
    [InlineData("\"other\"", false)]
    [InlineData("not a tag", false)]
    public async Task A_client_that_has_the_page_gets_304(string ifNoneMatch, bool isUnchanged)
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        using var first = await site.GetAsync("/");
        var tag = first.Headers.ETag!.Tag;
        using var again = await site.GetAsync("/", ("If-None-Match", ifNoneMatch.Replace("{0}", tag, StringComparison.Ordinal)));
        Assert.Equal(isUnchanged ? HttpStatusCode.NotModified : HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag!.Tag);
        Assert.Equal("no-cache", again.Headers.CacheControl!.ToString());
        Assert.Equal(isUnchanged ? "" : "home", await again.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task The_same_bytes_built_again_keep_their_entity_tag()
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        using var before = await site.GetAsync("/");
        site.Publish("/index.html", Encoding.UTF8.GetBytes("home"), new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc));
        using var after = await site.GetAsync("/");
        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
    }

    [Theory]
    [InlineData("bytes=0-3", 206, "bytes 0-3/{0}", 0, 4)]
    [InlineData("bytes=-5", 206, "bytes {0-5}-{0-1}/{0}", -5, 5)]
    [InlineData("bytes=2-", 206, "bytes 2-{0-1}/{0}", 2, -2)]
    [InlineData("bytes=5-999999999", 206, "bytes 5-{0-1}/{0}", 5, -5)]
    [InlineData("bytes=999999999-", 416, "bytes */{0}", 0, 0)]
    [InlineData("bytes=-0", 416, "bytes */{0}", 0, 0)]
    [InlineData("bytes=0-1,4-5", 200, null, 0, 0)]
    [InlineData("lines=0-1", 200, null, 0, 0)]
    public async Task One_range_of_a_file_can_be_asked_for(string range, int status, string? contentRange, int from, int length)
    {
        await using var site = await TestSite.StartAsync();
        foreach (var size in (int[])[100, 700_000])
        {
            var content = Content(seed: 1, size);
            site.Publish("/media/plan.pdf", content);
            using var answer = await site.GetAsync("/media/plan.pdf", ("Range", range));
            Assert.Equal(status, (int)answer.StatusCode);
            var expected = contentRange?
                .Replace("{0-5}", $"{size - 5}", StringComparison.Ordinal)
                .Replace("{0-1}", $"{size - 1}", StringComparison.Ordinal)
                .Replace("{0}", $"{size}", StringComparison.Ordinal);
            Assert.Equal(expected, answer.Content.Headers.ContentRange?.ToString());
            if (status == 206)
            {
                var start = from < 0 ? size + from : from;
                var count = length < 0 ? size + length : length;
                Assert.Equal(content[start..(start + count)], await answer.Content.ReadAsByteArrayAsync(Cancel));
            }
        }
    }

    [Fact]
    public async Task A_range_of_another_version_gives_the_whole_file()
    {
        await using var site = await TestSite.StartAsync(("a.pdf", "0123456789"));
        using var current = await site.GetAsync("/a.pdf");
        using var same = await site.GetAsync("/a.pdf", ("Range", "bytes=0-1"), ("If-Range", current.Headers.ETag!.Tag));
        using var other = await site.GetAsync("/a.pdf", ("Range", "bytes=0-1"), ("If-Range", "\"old\""));
        Assert.Equal((HttpStatusCode.PartialContent, HttpStatusCode.OK), (same.StatusCode, other.StatusCode));
    }

    [Theory]
    [InlineData(3_000, 64 * 1024 * 1024, 3_000)]
    [InlineData(3_000, 0, 1_000)]
    [InlineData(300_000, 64 * 1024 * 1024, 300)]
    public async Task Every_answer_is_one_whole_version_while_files_are_replaced(int size, long cacheBytes, int replacements)
    {
        await using var site = await TestSite.StartAsync(options => options with { CacheBytes = cacheBytes });
        // Settled times, so that versions do pass through the cache; lengths differ by version.
        var time = new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc);
        site.Publish("/index.html", Content(0, size), time);
        using var done = new CancellationTokenSource();
        var reads = new int[4];
        var readers = Enumerable.Range(0, reads.Length).Select(reader => Task.Run(
            async () =>
            {
                using var client = site.NewClient(reader % 2 == 0 ? HttpVersion.Version11 : HttpVersion.Version20);
                for (var last = 0; !done.IsCancellationRequested; Interlocked.Increment(ref reads[reader]))
                {
                    var body = await client.GetByteArrayAsync("/", Cancel);
                    var version = BitConverter.ToInt32(body);
                    Assert.True(body.AsSpan().SequenceEqual(Content(version, size)), $"Version {version} is not whole");
                    Assert.True(version >= last, $"Version {version} after {last}");
                    last = version;
                }
            },
            Cancel)).ToArray();
        // Goes on until every reader has met enough of the replacements, however slow the machine is.
        for (var version = 1; version <= replacements || reads.Min() < 10 && !readers.Any(reader => reader.IsCompleted); version++)
        {
            site.Publish("/index.html", Content(version, size), time.AddSeconds(version));
            if (version % 100 == 0)
                Assert.Equal(Content(version, size), await site.Client.GetByteArrayAsync("/", Cancel));
        }
        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task A_version_of_equal_length_written_within_one_tick_of_the_clock_is_seen()
    {
        var time = new FakeTime(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(options => options with { Time = time });
        foreach (var content in (string[])["version 1", "version 2"])
        {
            site.Publish("/index.html", Encoding.UTF8.GetBytes(content), time.GetUtcNow().UtcDateTime);
            Assert.Equal(content, await site.Client.GetStringAsync("/", Cancel));
        }
    }

    [Fact]
    public async Task A_small_cache_serves_many_files_rightly()
    {
        await using var site = await TestSite.StartAsync(options => options with { CacheBytes = 50_000 });
        for (var i = 0; i < 200; i++)
            site.Publish($"/p{i}/index.html", Content(i, 2_000), new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc));
        for (var i = 0; i < 600; i++)
            Assert.Equal(Content(i % 200, 2_000), await site.Client.GetByteArrayAsync($"/p{i % 200}/", Cancel));
    }

    /// <summary>Starts with its seed; every byte depends on it, and the length too.</summary>
    private static byte[] Content(int seed, int size)
    {
        var content = new byte[size + (seed == 1 ? 0 : seed % 97)];
        content.AsSpan().Fill((byte)(seed * 31));
        BitConverter.TryWriteBytes(content, seed);
        return content;
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, Func<Stream, Stream> decompress)
    {
        await using var body = decompress(await answer.Content.ReadAsStreamAsync(Cancel));
        using var reader = new StreamReader(body);
        return await reader.ReadToEndAsync(Cancel);
    }
}
