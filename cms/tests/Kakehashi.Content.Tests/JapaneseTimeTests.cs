namespace Kakehashi.Content.Tests;

public sealed class JapaneseTimeTests
{
    [Fact]
    public void The_day_changes_at_midnight_in_japan()
    {
        Assert.Equal(new DateOnly(2026, 4, 1), JapaneseTime.DateOf(new DateTimeOffset(2026, 3, 31, 15, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 3, 31), JapaneseTime.DateOf(new DateTimeOffset(2026, 3, 31, 14, 59, 59, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData(2026, 3, 31, 2025)]
    [InlineData(2026, 4, 1, 2026)]
    public void Fiscal_years_begin_in_april(int year, int month, int day, int expected) => Assert.Equal(expected, JapaneseTime.FiscalYear(new DateOnly(year, month, day)));

    [Theory]
    [InlineData("2026-04-01T12:00:00", "正午")]
    [InlineData("2026-04-01T00:00:00", "午前0時")]
    [InlineData("2026-04-01T13:30:00", "午後1時30分")]
    [InlineData("2026-04-01T12:05:00", "午後0時5分")]
    public void Times_are_told_in_words(string instant, string expected) => Assert.Equal(expected, JapaneseTime.TimeWords(JapaneseTime.Parse(instant)!.Value));

    [Fact]
    public void The_written_form_reads_back_and_is_the_same_from_any_offset()
    {
        var instant = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal("2026-04-01T09:00:00+09:00", JapaneseTime.Format(instant));
        Assert.Equal(instant, JapaneseTime.Parse(JapaneseTime.Format(instant)));
        Assert.Null(JapaneseTime.Parse("2026-04-01T25:00"));
    }

    [Theory]
    [InlineData("kickoff-2026", true)]
    [InlineData("a", true)]
    [InlineData("-a", false)]
    [InlineData("a--b", false)]
    [InlineData("A", false)]
    [InlineData("県", false)]
    [InlineData("a\n", false)]
    [InlineData("", false)]
    public void Slugs_are_ascii_words_joined_by_hyphens(string text, bool expected) => Assert.Equal(expected, Slug.IsValid(text));

    [Fact]
    public void Made_slugs_are_slugs_and_differ()
    {
        var made = Enumerable.Range(0, 200).Select(_ => Slug.Create(new DateOnly(2026, 4, 1))).ToList();
        Assert.All(made, slug => Assert.True(Slug.IsValid(slug)));
        Assert.Equal(made.Count, made.Distinct().Count());
    }

    [Theory]
    [InlineData("9999-12-31T00:00")]
    [InlineData("9999-12-31T23:59:59+00:00")]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-01T00:00:00+09:00")]
    public void The_ends_of_the_calendar_are_no_dates(string text)
    {
        Assert.Null(JapaneseTime.Parse(text));
        Assert.Null(JapaneseTime.ParseDate(text[..10]));
    }
}
