using System.Globalization;

namespace Kakehashi.Content;

/// <summary>Japanese time (UTC+9, no summer time since 1952) and its written forms.</summary>
public static class JapaneseTime
{
    /// <summary>UTC+9.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(9);

    static readonly string[] InstantForms = ["yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:ssZ"];
    static readonly string[] LocalForms = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];
    static readonly string[] Weekdays = ["日", "月", "火", "水", "木", "金", "土"];

    /// <summary>Reads an instant; a form without offset is Japanese time. Null where it is no date-time of the years 1900 to 2199.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        if (DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return IsOfOurTimes(instant.UtcDateTime) ? instant.ToOffset(Offset) : null;
        return DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && IsOfOurTimes(local)
            ? new DateTimeOffset(local, Offset)
            : null;
    }

    /// <summary>Reads <c>yyyy-MM-dd</c>; null where it is no date of the years 1900 to 2199.</summary>
    public static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and < 2200 ? date : null;

    // What lies outside is a slip of the finger, and at the ends of the calendar a day more or less does not exist.
    static bool IsOfOurTimes(DateTime time) => time.Year is >= 1900 and < 2200;

    /// <summary>The stored form, whole seconds: <c>2026-04-01T09:00:00+09:00</c>.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The stored form of a date: <c>2026-04-01</c>.</summary>
    public static string Format(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The Japanese calendar date at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>First instant of a Japanese date.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>Fiscal year: begins on 1 April.</summary>
    public static int FiscalYear(DateOnly date) => date.Month >= 4 ? date.Year : date.Year - 1;

    /// <summary>2026年4月1日.</summary>
    public static string Words(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    /// <summary>2026年4月1日（水曜日）.</summary>
    public static string WordsWithWeekday(DateOnly date) => $"{Words(date)}（{Weekdays[(int)date.DayOfWeek]}曜日）";

    /// <summary>午後1時30分; 正午 and 午前0時 as such.</summary>
    public static string TimeWords(DateTimeOffset instant)
    {
        var (hour, minute) = (instant.ToOffset(Offset).Hour, instant.ToOffset(Offset).Minute);
        if (hour == 12 && minute == 0) return "正午";
        var words = string.Create(CultureInfo.InvariantCulture, $"{(hour < 12 ? "午前" : "午後")}{hour % 12}時");
        return minute == 0 ? words : string.Create(CultureInfo.InvariantCulture, $"{words}{minute}分");
    }
}
