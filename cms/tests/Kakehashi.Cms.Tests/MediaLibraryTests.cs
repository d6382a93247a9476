using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Types;

namespace Kakehashi.Cms.Tests;

public sealed class MediaLibraryTests(Installation cms) : IClassFixture<Installation>
{
    static readonly byte[] Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>"u8.ToArray();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    MediaLibrary Library => cms.Get<MediaLibrary>();

    Task<MediaOutcome> AddAsync(string name, byte[] bytes, MediaText text) => Library.AddAsync(name, new MemoryStream(bytes), text, cms.Editor, Ct);

    static MediaRecord Done(MediaOutcome outcome) => Assert.IsType<MediaOutcome.Done>(outcome).File;

    [Fact]
    public async Task Names_become_ascii_and_unique()
    {
        Assert.Equal("site-map-2026.svg", Done(await AddAsync("Site Map (2026).SVG", Svg, new MediaText("図"))).Name);
        Assert.Equal("site-map-2026-2.svg", Done(await AddAsync("site map 2026.svg", Svg, new MediaText("図"))).Name);
        var made = Done(await AddAsync("水位の図.svg", Svg, new MediaText("図"))).Name;
        Assert.Matches("^20260601-[a-z0-9]{8}\\.svg$", made);
        Assert.True(MediaKind.IsValidName(made));
        Assert.Equal("chart-12.svg", Done(await AddAsync("ｃｈａｒｔ　１２.svg", Svg, new MediaText("図"))).Name);
        Assert.Equal("passwd.svg", Done(await AddAsync("../../etc/passwd.svg", Svg, new MediaText("図"))).Name);
    }

    [Fact]
    public async Task A_picture_is_described_or_declared_decorative_and_a_document_has_a_title()
    {
        foreach (var text in new[] { new MediaText(), new MediaText("図", Decorative: true), new MediaText(new string('あ', 201)) })
            Assert.Equal("alt", Assert.Single(Assert.IsType<MediaOutcome.Invalid>(await AddAsync("a.svg", Svg, text)).Problems).Field);
        Assert.Equal("title", Assert.Single(Assert.IsType<MediaOutcome.Invalid>(await AddAsync("a.pdf", "%PDF-1.7"u8.ToArray(), new MediaText("図"))).Problems).Field);
        Assert.True(Done(await AddAsync("line.svg", Svg, new MediaText(Decorative: true))).Decorative);
    }

    [Theory]
    [InlineData("page.html", "<html></html>")]
    [InlineData("photo.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("script.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("empty.svg", "")]
    public async Task What_is_not_an_accepted_picture_or_document_is_refused(string name, string content)
    {
        var invalid = Assert.IsType<MediaOutcome.Invalid>(await AddAsync(name, System.Text.Encoding.UTF8.GetBytes(content), new MediaText("図")));
        Assert.Equal("file", Assert.Single(invalid.Problems).Field);
        Assert.Null(await Library.FindAsync(name, Ct));
    }

    [Fact]
    public async Task More_than_twenty_megabytes_are_refused()
    {
        var bytes = new byte[MediaLibrary.MaxBytes + 1];
        "%PDF-1.7"u8.CopyTo(bytes);
        Assert.IsType<MediaOutcome.Invalid>(await AddAsync("big.pdf", bytes, new MediaText(Title: "大きい")));
    }

    [Fact]
    public async Task A_photo_is_published_without_the_place_where_it_was_taken()
    {
        var photo = Photo();
        var file = Done(await AddAsync("photo.jpg", photo, new MediaText("会場の様子")));
        var stored = await File.ReadAllBytesAsync(cms.Get<MediaFiles>().PathOf(file.Hash), Ct);
        Assert.Equal(-1, stored.AsSpan().IndexOf("GPS"u8));
        Assert.NotEqual(-1, photo.AsSpan().IndexOf("GPS"u8));
    }

    // A JPEG's outer form: start, Exif, frame of 8 × 6, scan, end.
    static byte[] Photo() =>
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 11, .. "Exif\0\0GPS"u8, 0xFF, 0xC0, 0, 11, 8, 0, 6, 0, 8, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9,
    ];

    [Fact]
    public async Task A_file_in_use_is_not_taken_away_and_tells_where_it_is_used()
    {
        var file = Done(await AddAsync("used.svg", Svg, new MediaText("図")));
        var values = Installation.Article("図を使う記事");
        values["body"] = $"![図](/media/{file.Name})";
        var item = await cms.PublishAsync(ContentType.Of<Article>(), "uses-media", values);
        Assert.Equal([new MediaUse(item.Id, "article", "図を使う記事", Live: true)], await Library.UsesAsync(file.Name, Ct));
        var invalid = Assert.IsType<MediaOutcome.Invalid>(await Library.RemoveAsync(file.Name, cms.Editor, Ct));
        Assert.Contains("図を使う記事", invalid.Problems[0].Message, StringComparison.Ordinal);
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article(), null, null), cms.Editor, Ct));
        Assert.IsType<MediaOutcome.Invalid>(await Library.RemoveAsync(file.Name, cms.Editor, Ct));
        await cms.ApproveAsync(item.Id, 2);
        Done(await Library.RemoveAsync(file.Name, cms.Editor, Ct));
        Assert.Null(await Library.FindAsync(file.Name, Ct));
    }

    [Fact]
    public async Task Approvers_do_not_change_the_library() =>
        Assert.IsType<MediaOutcome.Forbidden>(await Library.AddAsync("a.svg", new MemoryStream(Svg), new MediaText("図"), cms.Approver, Ct));
}
