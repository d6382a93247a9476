using System.IO.Compression;
using Kakehashi.Site.Publishing;

namespace Kakehashi.Site.Tests;

public sealed class PublishingTests
{
    [Fact]
    public async Task A_second_build_renders_nothing_and_writes_nothing()
    {
        using var content = SmallProgram.Create();
        using var output = new TestFolder();
        var first = await Build.PublishAsync(content, output.Path, new PublishOptions());
        var files = TestFolder.Files(output.Path, withManifest: true);
        var second = await Build.PublishAsync(content, output.Path, new PublishOptions());
        Assert.Equal(first.Pages, first.Rendered);
        Assert.Equal((first.Pages, 0, first.Pages, 0, 0L), (second.Pages, second.Rendered, second.Unchanged, second.Removed, second.Bytes));
        Assert.Equal(files, TestFolder.Files(output.Path, withManifest: true));
    }

    [Fact]
    public async Task A_file_that_was_removed_or_cut_short_by_hand_is_mended()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var output = new TestFolder();
        await Build.PublishAsync(content, output.Path);
        var whole = TestFolder.Files(output.Path, withManifest: true);
        File.Delete(output.Of("about/index.html"));
        output.With("index.html", "");
        var mended = await Build.PublishAsync(content, output.Path);
        Assert.Equal(2, mended.Rendered);
        Assert.Equal(whole, TestFolder.Files(output.Path, withManifest: true));
    }

    [Fact]
    public async Task Compressed_siblings_hold_the_same_bytes_and_go_with_their_file()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var output = new TestFolder();
        await Build.PublishAsync(content, output.Path, new PublishOptions());
        var html = await File.ReadAllBytesAsync(output.Of("articles/article-1/index.html"), TestContext.Current.CancellationToken);
        Assert.Equal(html, Unpack(new BrotliStream(File.OpenRead(output.Of("articles/article-1/index.html.br")), CompressionMode.Decompress)));
        Assert.Equal(html, Unpack(new GZipStream(File.OpenRead(output.Of("articles/article-1/index.html.gz")), CompressionMode.Decompress)));
        content.Without("articles/article-1.md");
        var result = await Build.PublishAsync(content, output.Path, new PublishOptions());
        Assert.True(result.Removed >= 1);
        Assert.False(Directory.Exists(output.Of("articles/article-1")));
        await Build.PublishAsync(content, output.Path, new PublishOptions { Compression = false });
        Assert.DoesNotContain(TestFolder.Files(output.Path).Keys, file => file.EndsWith(".br", StringComparison.Ordinal) || file.EndsWith(".gz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_with_an_accessibility_error_is_held_back_and_the_old_one_stays()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var output = new TestFolder();
        content.With("media/bridge.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1600\" height=\"900\"/>").With("media/bridge.svg.yaml", "alt: 橋の図\n");
        content.With("pages/about.md", SmallProgram.Front("このサイトについて", true, "order: 10") + "\n![橋の図](/media/bridge.svg)\n");
        Assert.Empty((await Build.PublishAsync(content, output.Path, new PublishOptions())).Findings);
        var before = TestFolder.Files(output.Path)["about/index.html"];
        content.With("pages/about.md", SmallProgram.Front("このサイトについて", true, "order: 10") + "\n申込みは[こちら](/events/)です。\n");
        var held = await Build.PublishAsync(content, output.Path, new PublishOptions());
        Assert.NotEmpty(held.Findings);
        Assert.All(held.Findings, finding => Assert.Equal("about/index.html", finding.Path));
        Assert.Equal(before, TestFolder.Files(output.Path)["about/index.html"]);
        Assert.Contains(TestFolder.Files(output.Path).Keys, file => file.StartsWith("media/bridge.", StringComparison.Ordinal));
        Assert.NotEmpty((await Build.PublishAsync(content, output.Path, new PublishOptions())).Findings);
    }

    [Fact]
    public async Task Two_builds_may_not_write_into_one_folder_at_once()
    {
        using var content = SmallProgram.Create(articles: 1);
        using var output = new TestFolder();
        using var first = new Publisher(output.Path, Build.Plain);
        var refused = await Assert.ThrowsAsync<OutputInUseException>(() => Build.RunAsync(content, output.Path));
        Assert.Contains("別の生成が書込み中です", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Media_of_items_that_are_not_public_are_not_published()
    {
        using var content = SmallProgram.Create(articles: 1);
        using var output = new TestFolder();
        content.With("media/secret.svg", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>""").With("media/secret.svg.yaml", "alt: まだ見せない図")
            .With("articles/later.md", SmallProgram.Article(9, more: "image: { file: secret.svg, alt: 図 }").Replace("publishAt: 2026-04-10", "publishAt: 2027-04-10", StringComparison.Ordinal));
        await Build.PublishAsync(content, output.Path);
        Assert.DoesNotContain(TestFolder.Files(output.Path).Keys, file => file.Contains("secret", StringComparison.Ordinal) || file.Contains("later", StringComparison.Ordinal));
        await Build.PublishAsync(content, output.Path, now: SmallProgram.Now.AddYears(1));
        Assert.Contains(TestFolder.Files(output.Path).Keys, file => file.StartsWith("media/secret.", StringComparison.Ordinal));
    }

    static byte[] Unpack(Stream stream)
    {
        using var whole = new MemoryStream();
        using (stream) stream.CopyTo(whole);
        return whole.ToArray();
    }
}
