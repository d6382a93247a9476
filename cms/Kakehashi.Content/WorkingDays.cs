namespace Kakehashi.Content;

/// <summary>Days on which a Japanese public office works: no Saturday, Sunday, holiday (国民の祝日に関する法律) or 29 December to 3 January (行政機関の休日に関する法律 第1条).</summary>
public static class WorkingDays
{
    /// <summary>The date so many working days after another; what arrives on a day off counts from the next working day on.</summary>
    /// <param name="days">At least 1.</param>
    public static DateOnly Add(DateOnly date, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        while (days > 0)
        {
            date = date.AddDays(1);
            if (IsWorkingDay(date)) days--;
        }
        return date;
    }

    /// <summary>The end of the working day so many working days after an instant: midnight, Japanese time.</summary>
    public static DateTimeOffset DeadlineAfter(DateTimeOffset instant, int days) =>
        JapaneseTime.StartOf(Add(JapaneseTime.DateOf(instant), days).AddDays(1));

    /// <summary>Whether the office is open.</summary>
    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && (date.Month, date.Day) is not ((12, >= 29) or (1, <= 3)) && !IsHoliday(date);

    /// <summary>Whether it is a holiday by the law as it stands since 2022, substitute holidays and days between two holidays included. Equinoxes are right from 1980 to 2099.</summary>
    public static bool IsHoliday(DateOnly date) => IsNamed(date) || IsSubstitute(date)
        || date.DayOfWeek != DayOfWeek.Sunday && IsNamed(date.AddDays(-1)) && IsNamed(date.AddDays(1));

    // A holiday on a Sunday moves to the next day that is none (第3条第2項).
    static bool IsSubstitute(DateOnly date)
    {
        for (var before = date.AddDays(-1); IsNamed(before); before = before.AddDays(-1))
            if (before.DayOfWeek == DayOfWeek.Sunday) return true;
        return false;
    }

    static bool IsNamed(DateOnly date) => (date.Month, date.Day) switch
    {
        (1, 1) or (2, 11) or (2, 23) or (4, 29) or (5, 3) or (5, 4) or (5, 5) or (8, 11) or (11, 3) or (11, 23) => true,
        (1, var day) => IsMonday(date, day, 2),
        (3, var day) => day == Equinox(20.8431, date.Year),
        (7, var day) => IsMonday(date, day, 3),
        (9, var day) => IsMonday(date, day, 3) || day == Equinox(23.2488, date.Year),
        (10, var day) => IsMonday(date, day, 2),
        _ => false,
    };

    static bool IsMonday(DateOnly date, int day, int week) => date.DayOfWeek == DayOfWeek.Monday && (day - 1) / 7 + 1 == week;

    static int Equinox(double in1980, int year) => (int)(in1980 + 0.242194 * (year - 1980) - (year - 1980) / 4);
}
