using Kakehashi.Content.Sealing;

namespace Kakehashi.Content.Tests.Sealing;

public sealed class TicketLinkTests
{
    [Fact]
    public void A_link_is_read_back_and_opens_its_document()
    {
        var link = TicketLink.Create();
        var file = link.Seal("会員情報の変更"u8);
        var read = TicketLink.Parse(link.ToString())!;
        Assert.Equal((link.Id, 66), (read.Id, link.ToString().Length));
        Assert.Equal(link.KeyHash(), read.KeyHash());
        Assert.Equal("会員情報の変更"u8.ToArray(), read.Open(file));
    }

    [Fact]
    public void Another_key_or_another_tickets_file_does_not_open()
    {
        var (link, other) = (TicketLink.Create(), TicketLink.Create());
        var file = link.Seal("内容"u8);
        Assert.Throws<BrokenSealException>(() => (link with { Key = other.Key }).Open(file));
        Assert.Throws<BrokenSealException>(() => (link with { Id = other.Id }).Open(file));
        Assert.Throws<BrokenSealException>(() => link.Open(file.AsSpan(0, 20)));
        for (var at = 0; at < file.Length; at++)
        {
            file[at] ^= 1;
            Assert.Throws<BrokenSealException>(() => link.Open(file));
            file[at] ^= 1;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("../../../../etc/passwd.AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA.AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAB.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA/A.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.x")]
    public void Anything_else_is_no_link(string? text) => Assert.Null(TicketLink.Parse(text));
}
