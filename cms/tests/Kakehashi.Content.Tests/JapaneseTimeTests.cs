namespace Kakehashi.Content.Tests;

public sealed class JapaneseTimeTests
{
    [Theory]
    [InlineData("2026-03-31T14:59:59Z", "2026-03-31")]
    [InlineData("2026-03-31T15:00:00Z", "2026-04-01")]
    public void The_Japanese_day_begins_at_15_hours_UTC(string instant, string date) =>
        Assert.Equal(date, JapaneseTime.Format(JapaneseTime.DateOf(JapaneseTime.Parse(instant)!.Value)));

    [Theory]
    [InlineData("2026-03-31", 2025)]
    [InlineData("2026-04-01", 2026)]
    public void A_fiscal_year_begins_on_1_April(string date, int year) =>
        Assert.Equal(year, JapaneseTime.FiscalYear(JapaneseTime.ParseDate(date)!.Value));

    [Fact]
    public void A_date_in_words_names_its_weekday() =>
        Assert.Equal("2026年4月1日（水曜日）", JapaneseTime.WordsWithWeekday(new DateOnly(2026, 4, 1)));

    [Theory]
    [InlineData("2026-04-01T00:00", "午前0時")]
    [InlineData("2026-04-01T08:30", "午前8時30分")]
    [InlineData("2026-04-01T12:00", "正午")]
    [InlineData("2026-04-01T12:30", "午後0時30分")]
    [InlineData("2026-04-01T17:15", "午後5時15分")]
    public void A_time_in_words_says_morning_or_afternoon(string instant, string words) =>
        Assert.Equal(words, JapaneseTime.TimeWords(JapaneseTime.Parse(instant)!.Value));
}
