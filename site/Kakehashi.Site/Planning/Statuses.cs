using System.Globalization;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning;

/// <summary>What an item's state is now, in words.</summary>
/// <param name="Status">State.</param>
/// <param name="DaysLeft">「あと12日」, 「本日締切」; null when nothing is to be met.</param>
public sealed record State(Status Status, string? DaysLeft = null);

/// <summary>States that follow from what editors set and from the clock.</summary>
public static class Statuses
{
    const int SoonDays = 7;

    /// <summary>How far an issue has come: editors set the stage, opening and deadline move it on.</summary>
    public static IssueStage Stage(Issue issue, SiteClock clock)
    {
        if (issue.Stage is not (IssueStage.Preparing or IssueStage.Open)) return issue.Stage;
        if (issue.OpensAt is { } opens ? !clock.HasPassed(opens) : issue.Stage == IssueStage.Preparing) return IssueStage.Preparing;
        return issue.Deadline is { } deadline && clock.HasPassed(deadline) ? IssueStage.Selecting : IssueStage.Open;
    }

    /// <summary>State of an issue (W08).</summary>
    public static State Of(Issue issue, SiteClock clock) => Stage(issue, clock) switch
    {
        IssueStage.Open => Open(IssueStage.Open.Label(), issue.Deadline, clock),
        IssueStage.Selecting when issue.Stage != IssueStage.Selecting => new(new("選定中（募集は終了しました）", Tone.Closed)),
        IssueStage.Selecting => new(new(IssueStage.Selecting.Label(), Tone.Closed)),
        IssueStage.Preparing => new(new(IssueStage.Preparing.Label(), Tone.Neutral)),
        var later => new(new(later.Label(), Tone.Done)),
    };

    /// <summary>State of an event (W11).</summary>
    public static State Of(Event happening, SiteClock clock)
    {
        if (clock.HasPassed(happening.EndsAt)) return new(new("開催済み", Tone.Done));
        if (clock.HasPassed(happening.StartsAt)) return new(new("開催中", Tone.Open));
        if (happening.ApplyFrom is { } opens && !clock.HasPassed(opens)) return new(new("申込み受付前", Tone.Neutral));
        if (happening.ApplyUntil is { } until)
            return clock.HasPassed(until) ? new(new("申込みは締め切りました", Tone.Closed)) : Open("受付中", until, clock);
        return new(happening.ApplyByForm || happening.HowToApply.Length > 0 ? new("受付中", Tone.Open) : new("開催予定", Tone.Neutral));
    }

    /// <summary>State of a survey (F07).</summary>
    public static State Of(Survey survey, SiteClock clock)
    {
        if (!clock.HasPassed(survey.OpensAt)) return new(new("受付前", Tone.Neutral));
        return clock.HasPassed(survey.ClosesAt) ? new(new("受付終了", Tone.Closed)) : Open("受付中", survey.ClosesAt, clock);
    }

    /// <summary>State of a support measure; null when it gives no dates. The last day of reception counts whole.</summary>
    public static State? Of(SupportMeasure measure, SiteClock clock)
    {
        if (measure is { AppliesFrom: null, AppliesUntil: null }) return null;
        if (measure.AppliesFrom is { } from && !clock.HasPassed(JapaneseTime.StartOf(from))) return new(new("受付前", Tone.Neutral));
        if (measure.AppliesUntil is not { } until) return new(new("随時", Tone.Open));
        return clock.HasPassed(JapaneseTime.StartOf(until.AddDays(1)))
            ? new(new("受付終了", Tone.Closed))
            : Open("受付中", JapaneseTime.StartOf(until), clock);
    }

    /// <summary>State of a specialist (W14).</summary>
    public static Status Of(Specialist specialist) => new(specialist.Availability.Label(), specialist.Availability switch
    {
        Availability.Available => Tone.Open,
        Availability.Limited => Tone.Soon,
        _ => Tone.Closed,
    });

    static State Open(string words, DateTimeOffset? deadline, SiteClock clock)
    {
        if (deadline is not { } until) return new(new(words, Tone.Open));
        var days = clock.DaysUntil(until);
        return new(new(words, days <= SoonDays ? Tone.Soon : Tone.Open),
            days <= 0 ? "本日締切" : string.Create(CultureInfo.InvariantCulture, $"あと{days}日"));
    }
}
