using Kakehashi.Content;

namespace Kakehashi.Site.Planning;

/// <summary>Answers every question about time while a site is planned, and so knows when an answer will change. Safe to share between threads.</summary>
/// <param name="now">The instant that the plan is for.</param>
public sealed class SiteClock(DateTimeOffset now)
{
    const int NewDays = 7;

    readonly DateOnly today = JapaneseTime.DateOf(now);
    long nextChange = long.MaxValue;

    /// <summary>Earliest instant at which an answer given so far would be another; null = never.</summary>
    public DateTimeOffset? NextChange =>
        Interlocked.Read(ref nextChange) is var ticks && ticks == long.MaxValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(JapaneseTime.Offset);

    /// <summary>Whether the instant is reached.</summary>
    public bool HasPassed(DateTimeOffset instant)
    {
        if (instant <= now) return true;
        Note(instant);
        return false;
    }

    /// <summary>Whether the item is public: published and not expired.</summary>
    public bool IsPublic(Item item) =>
        item.PublishAt is { } from && HasPassed(from) && !(item.ExpireAt is { } until && HasPassed(until));

    /// <summary>Whole days in Japan from today to the day of an instant; 0 = today. Negative when it lies behind.</summary>
    public int DaysUntil(DateTimeOffset instant)
    {
        Note(JapaneseTime.StartOf(today.AddDays(1)));
        return JapaneseTime.DateOf(instant).DayNumber - today.DayNumber;
    }

    /// <summary>Today in Japan, for an answer that becomes another on the day given.</summary>
    public DateOnly TodayUntil(DateOnly change)
    {
        HasPassed(JapaneseTime.StartOf(change));
        return today;
    }

    /// <summary>Whether something published then is marked 新着: on its day and the six days after.</summary>
    public bool IsNew(DateTimeOffset published) =>
        HasPassed(published) && !HasPassed(JapaneseTime.StartOf(JapaneseTime.DateOf(published).AddDays(NewDays)));

    void Note(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks;
        var seen = Interlocked.Read(ref nextChange);
        while (ticks < seen)
        {
            var before = Interlocked.CompareExchange(ref nextChange, ticks, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
