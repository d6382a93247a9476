using System.Globalization;
using System.Text.RegularExpressions;
using Kakehashi.Content;

namespace Kakehashi.Cms.Frame;

/// <summary>Reads dates and times as people type them: full width, with 年月日, slashes or an era.</summary>
public static partial class JapaneseInput
{
    /// <summary>A calendar date; null where it cannot be read or does not exist.</summary>
    public static DateOnly? Date(string text)
    {
        var match = DateForm().Match(Plain(text));
        if (!match.Success) return null;
        var year = match.Groups["era"].Value switch
        {
            "令和" or "R" or "r" => 2018,
            "平成" or "H" or "h" => 1988,
            _ => 0,
        } + (match.Groups["year"].Value == "元" ? 1 : Number(match.Groups["year"]));
        var (month, day) = (Number(match.Groups["month"]), Number(match.Groups["day"]));
        return year is > 0 and < 10_000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    /// <summary>Time since the day's first instant, in whole minutes; 24:00 is its end. Null where it cannot be read or <see cref="IsAmbiguous"/>.</summary>
    public static TimeSpan? Time(string text)
    {
        var plain = Plain(text);
        if (plain == "正午") return TimeSpan.FromHours(12);
        var match = TimeForm().Match(plain);
        if (!match.Success) return null;
        var (half, hour) = (match.Groups["half"].Value, Number(match.Groups["hour"]));
        if (half.Length > 0 && hour > 11) return null;
        var minute = match.Groups["half2"].Success ? 30 : match.Groups["minute"].Success ? Number(match.Groups["minute"]) : 0;
        var time = new TimeSpan(half == "午後" ? hour + 12 : hour, minute, 0);
        return minute < 60 && time <= TimeSpan.FromHours(24) ? time : null;
    }

    /// <summary>Whether it says twelve of a half day, which some read as noon and some as midnight.</summary>
    public static bool IsAmbiguous(string text) =>
        TimeForm().Match(Plain(text)) is { Success: true } match && match.Groups["half"].Length > 0 && Number(match.Groups["hour"]) == 12;

    static string Plain(string text) => Blanks().Replace(FieldInput.HalfWidth(text), "");

    static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?:(?<era>令和|平成|[RrHh])(?<year>\d{1,2}|元)|(?<year>\d{4}))[年/.\-‐−ー](?<month>\d{1,2})[月/.\-‐−ー](?<day>\d{1,2})日?(?:\([月火水木金土日](?:曜日?)?\))?$")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(?<half>午前|午後)?(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})|時(?:(?<half2>半)|(?<minute>\d{1,2})分)?)$")]
    private static partial Regex TimeForm();
}
