using System.Text;

namespace Kakehashi.Content.Tests;

public sealed class MediaKindTests
{
    static byte[] Svg(string inside, string attributes = "") => Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\" {attributes}>{inside}</svg>");

    [Fact]
    public void A_drawing_is_accepted_with_its_size()
    {
        var kind = MediaKind.Detect("a.svg", Svg("<defs><linearGradient id=\"g\"/></defs><path fill=\"url(#g)\" d=\"M0 0\"/><text>水位</text>"));
        Assert.Equal(new MediaKind("image/svg+xml", ".svg", 40, 30), kind);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData("", "onload=\"alert(1)\"")]
    [InlineData("<a href=\"javascript:alert(1)\"><path/></a>", "")]
    [InlineData("<image href=\"https://tracker.example/a.png\"/>", "")]
    [InlineData("<use href=\"other.svg#a\"/>", "")]
    [InlineData("<foreignObject><b xmlns=\"http://www.w3.org/1999/xhtml\">x</b></foreignObject>", "")]
    [InlineData("<style>@import url(https://tracker.example/a.css)</style>", "")]
    [InlineData("<path style=\"fill: url( https://tracker.example/a )\"/>", "")]
    [InlineData("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>", "")]
    [InlineData("<style>svg{background:image-set('https://tracker.example/a' 1x)}</style>", "")]
    [InlineData("<path style=\"fill: \\75 rl(https://tracker.example/a)\"/>", "")]
    [InlineData("<style>path{fill: \\75 rl(https://tracker.example/a)}</style>", "")]
    public void A_drawing_that_could_run_or_call_home_is_refused(string inside, string attributes) => Assert.Null(MediaKind.Detect("a.svg", Svg(inside, attributes)));

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY x \"y\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&x;</svg>")]
    [InlineData("<?xml-stylesheet href=\"https://tracker.example/a.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>")]
    [InlineData("not xml")]
    public void What_is_not_a_plain_drawing_is_refused(string text) => Assert.Null(MediaKind.Detect("a.svg", Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("a.png", "%PDF-1.7")]
    [InlineData("a.exe", "MZ")]
    [InlineData("a.html", "<html>")]
    [InlineData("a.jpg", "\u0089PNG")]
    public void Name_and_content_must_agree(string name, string content) => Assert.Null(MediaKind.Detect(name, Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Cut_off_pictures_are_refused_or_read_but_never_throw()
    {
        byte[][] whole = [Png(), Jpeg(6), [.. "RIFF\0\0\0\0WEBPVP8X"u8, .. new byte[30]]];
        foreach (var (bytes, name) in whole.Zip(["a.png", "a.jpg", "a.webp"]))
            for (var length = 0; length <= bytes.Length; length++)
            {
                var cut = bytes[..length];
                if (MediaKind.Detect(name, cut) is { } kind) PhotoMetadata.Strip(kind.ContentType, cut);
            }
    }

    [Fact]
    public void A_photo_loses_everything_but_the_picture_and_its_direction()
    {
        var photo = Jpeg(6);
        Assert.Equal(new MediaKind("image/jpeg", ".jpg", 6, 8), MediaKind.Detect("a.jpg", photo));
        var clean = PhotoMetadata.Strip("image/jpeg", photo)!;
        Assert.Equal(6, PhotoMetadata.Orientation(clean));
        Assert.Equal(new MediaKind("image/jpeg", ".jpg", 6, 8), MediaKind.Detect("a.jpg", clean));
        foreach (var secret in new[] { "secret", "second" }) Assert.Equal(-1, clean.AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)));
        Assert.Equal(clean, PhotoMetadata.Strip("image/jpeg", clean));
    }

    [Fact]
    public void A_png_loses_its_texts_and_keeps_its_pixels()
    {
        var clean = PhotoMetadata.Strip("image/png", Png())!;
        Assert.Equal(-1, clean.AsSpan().IndexOf("secret"u8));
        Assert.NotEqual(-1, clean.AsSpan().IndexOf("IDATpixels"u8));
    }

    static byte[] Png() =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 4, 0, 0, 0, 3, 8, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 6, .. "tEXtsecret"u8, 0, 0, 0, 0, 0, 0, 0, 6, .. "IDATpixels"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0,
    ];

    // Exif with an orientation and a secret, a comment, a frame of 8 × 6, a scan with a stuffed byte, the end, a second picture.
    static byte[] Jpeg(byte orientation) =>
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 40, .. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. "secret"u8,
        0xFF, 0xFE, 0, 8, .. "secret"u8, 0xFF, 0xC0, 0, 11, 8, 0, 6, 0, 8, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9, 0xFF, 0xD8, .. "second"u8,
    ];
}
