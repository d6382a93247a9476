using System.Security.Cryptography;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Content.Tests.Sealing;

public sealed class ReceiptNumberTests
{
    [Fact]
    public void The_same_token_gives_the_same_number_for_ever() =>
        Assert.Equal("8X5J-KZZR-G8GX", ReceiptNumber.FromToken(new byte[16]).ToString());

    [Fact]
    public void Numbers_can_be_read_aloud()
    {
        for (var i = 0; i < 1_000; i++)
            Assert.Matches("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", ReceiptNumber.FromToken(RandomNumberGenerator.GetBytes(16)).ToString());
    }

    [Theory]
    [InlineData("K7QM-3FPX-9WDT")]
    [InlineData("k7qm3fpx9wdt")]
    [InlineData("Ｋ７ＱＭ－３ＦＰＸ－９ＷＤＴ")]
    [InlineData(" K7QM ー 3FPX　9WDT\n")]
    public void Case_width_hyphens_and_spaces_do_not_matter(string typed)
    {
        Assert.True(ReceiptNumber.TryParse(typed, out var number));
        Assert.Equal(("K7QM-3FPX-9WDT", "K7QM3FPX9WDT"), (number.ToString(), number.FileName));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7QM-3FPX-9WD")]
    [InlineData("K7QM-3FPX-9WDTA")]
    [InlineData("K7QM-3FPX-9WD0")]
    [InlineData("K7QM-3FPX-9WDI")]
    [InlineData("../../3FPX9WDT")]
    public void Anything_else_is_no_number(string? typed) => Assert.False(ReceiptNumber.TryParse(typed, out _));
}
