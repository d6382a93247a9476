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

    /// <summary>A time of day in whole minutes; null where it cannot be read.</summary>
    public static TimeOnly? Time(string text)
    {
        var plain = Plain(text);
        if (plain == "正午") return new TimeOnly(12, 0);
        var match = TimeForm().Match(plain);
        if (!match.Success) return null;
        var hour = Number(match.Groups["hour"]) + (match.Groups["half"].Value is "午後" && Number(match.Groups["hour"]) < 12 ? 12 : 0);
        var minute = match.Groups["half2"].Success ? 30 : match.Groups["minute"].Success ? Number(match.Groups["minute"]) : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    static string Plain(string text) => Blanks().Replace(FieldInput.HalfWidth(text), "");

    static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?:(?<era>令和|平成|[RrHh])(?<year>\d{1,2}|元)|(?<year>\d{4}))[年/.\-‐−ー](?<month>\d{1,2})[月/.\-‐−ー](?<day>\d{1,2})日?(?:\([月火水木金土日](?:曜日?)?\))?$")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(?<half>午前|午後)?(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})|時(?:(?<half2>半)|(?<minute>\d{1,2})分)?)$")]
    private static partial Regex TimeForm();
}
