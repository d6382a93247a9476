using System.Globalization;

namespace Kakehashi.Content.Tests;

public class WorkingDaysTests
{
    [Fact]
    public void The_holidays_of_2026_are_those_of_the_calendar() => Assert.Equal(
        [
            "01-01", "01-12", "02-11", "02-23", "03-20", "04-29", "05-03", "05-04", "05-05", "05-06", "07-20", "08-11",
            "09-21", "09-22", "09-23", "10-12", "11-03", "11-23",
        ],
        Enumerable.Range(0, 365).Select(day => new DateOnly(2026, 1, 1).AddDays(day)).Where(WorkingDays.IsHoliday).Select(date => date.ToString("MM-dd", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-24")] // weekend and 勤労感謝の日
    [InlineData("2026-12-28", 1, "2027-01-04")] // year's end
    [InlineData("2026-05-01", 3, "2026-05-11")] // 憲法記念日 on a Sunday moves to 6 May
    [InlineData("2026-11-21", 1, "2026-11-24")]
    public void Days_off_do_not_count(string from, int days, string until) =>
        Assert.Equal(JapaneseTime.ParseDate(until), WorkingDays.Add(JapaneseTime.ParseDate(from)!.Value, days));

    [Fact]
    public void What_is_promised_in_days_is_due_when_the_last_day_ends() => Assert.Equal(
        JapaneseTime.Parse("2026-11-26T00:00:00"),
        WorkingDays.DeadlineAfter(JapaneseTime.Parse("2026-11-20T23:30:00")!.Value, 2));
}
