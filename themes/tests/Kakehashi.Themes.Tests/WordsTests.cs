namespace Kakehashi.Themes.Tests;

public class WordsTests
{
    [Theory]
    [InlineData(0, "無料")]
    [InlineData(1_000, "1,000円")]
    [InlineData(2_000_000, "200万円")]
    [InlineData(2_000_001, "2,000,001円")]
    public void Money_is_written_as_people_read_it(int yen, string words) => Assert.Equal(words, Words.Fee(yen));

    [Theory]
    [InlineData(1, "1KB")]
    [InlineData(122_880, "120KB")]
    [InlineData(1_048_576, "1MB")]
    [InlineData(1_572_864, "1.5MB")]
    public void Sizes_are_in_KB_or_MB(long bytes, string words) => Assert.Equal(words, Words.Size(bytes));

    [Theory]
    [InlineData("https://kakehashi.example/issues/", false)]
    [InlineData("/issues/", false)]
    [InlineData("https://kakehashi.example.evil.example/", true)]
    [InlineData("HTTPS://outside.example", true)]
    public void A_link_away_from_the_site_is_known(string address, bool external) =>
        Assert.Equal(external, SafeAddress.IsExternal(address, "https://kakehashi.example/"));
}
