namespace Kakehashi.Content.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("kickoff-2026", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a--b", false)]
    [InlineData("A", false)]
    [InlineData("お知らせ", false)]
    [InlineData("a\n", false)]
    [InlineData("../a", false)]
    public void Only_ASCII_words_joined_by_hyphens_are_slugs(string text, bool valid) => Assert.Equal(valid, Slug.IsValid(text));

    [Fact]
    public void A_title_in_Japanese_alone_gets_a_slug_of_date_and_letters()
    {
        var slug = Slug.Create(new DateOnly(2026, 4, 1));

        Assert.True(Slug.IsValid(slug));
        Assert.StartsWith("20260401-", slug, StringComparison.Ordinal);
        Assert.NotEqual(slug, Slug.Create(new DateOnly(2026, 4, 1)));
    }
}
