using System.Text;

namespace Kakehashi.Content.Tests;

public sealed class MediaKindTests
{
    static readonly byte[] Png =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0, 0, 0, 3, 0, 8, 6, 0, 0, 0];

    [Fact]
    public void A_picture_tells_its_size() =>
        Assert.Equal(new MediaKind("image/png", ".png", 1024, 768), MediaKind.Detect("photo.png", Png));

    [Fact]
    public void Bytes_decide_and_a_name_that_disagrees_is_refused() =>
        Assert.Null(MediaKind.Detect("photo.jpg", Png));

    [Fact]
    public void A_drawing_tells_its_size_from_its_view_box() =>
        Assert.Equal((1200, 675), Size(MediaKind.Detect("a.svg", Bytes("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675"/>"""))));

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><a href='javascript:alert(1)'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><image href='https://tracker.example/x.png'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'x.css'</style></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><rect fill='url(https://tracker.example/)'/></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("<svg")]
    public void A_drawing_that_could_act_is_refused(string svg) =>
        Assert.Null(MediaKind.Detect("a.svg", Bytes(svg)));

    [Theory]
    [InlineData("MZ\u0000")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    public void Other_bytes_are_refused_whatever_their_name(string content) =>
        Assert.All(["a.png", "a.jpg", "a.pdf", "a.docx", "a.exe", "a.html"], name => Assert.Null(MediaKind.Detect(name, Bytes(content))));

    [Theory]
    [InlineData("kick-off.png", true)]
    [InlineData("../a.png", false)]
    [InlineData("写真.png", false)]
    [InlineData("a.tar.gz", false)]
    [InlineData(".png", false)]
    public void A_name_must_fit_an_address(string name, bool fits) => Assert.Equal(fits, MediaKind.IsValidName(name));

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static (int?, int?) Size(MediaKind? kind) => (kind?.Width, kind?.Height);
}
