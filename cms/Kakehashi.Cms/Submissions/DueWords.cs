using Kakehashi.Content;

namespace Kakehashi.Cms.Submissions;

/// <summary>When an answer is due, as the office counts: in working days.</summary>
static class DueWords
{
    /// <summary>Last day of an instant that ends a day.</summary>
    public static DateOnly DayOf(DateTimeOffset due) => JapaneseTime.DateOf(due.AddTicks(-1));

    public static bool IsOverdue(DateTimeOffset? due, DateTimeOffset now) => due <= now;

    /// <summary>期限を2営業日過ぎています, 今日まで, あと3営業日.</summary>
    public static string Of(DateTimeOffset due, DateTimeOffset now)
    {
        var (today, last) = (JapaneseTime.DateOf(now), DayOf(due));
        if (IsOverdue(due, now)) return Between(last, today) is var late and > 0 ? $"期限を{late}営業日過ぎています" : "期限を過ぎています";
        return last == today ? "今日まで" : $"あと{Between(today, last)}営業日";
    }

    // Working days after the first up to the second date.
    static int Between(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var date = from.AddDays(1); date <= to && days < 1_000; date = date.AddDays(1))
            if (WorkingDays.IsWorkingDay(date)) days++;
        return days;
    }
}
