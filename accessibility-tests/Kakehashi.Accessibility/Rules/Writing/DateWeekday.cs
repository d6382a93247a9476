using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>A date exists, and falls on the day of the week that stands beside it.</summary>
public sealed partial class DateWeekday() : ProseRule("date-weekday", null, Weight.Warning, MiChecker.Problem,
    "ない日付か、曜日の合わない日付です。こよみで確かめて直してください。")
{
    private const string Days = "日月火水木金土";

    protected override SearchValues<char> Signs { get; } = SearchValues.Create("年");

    protected override Regex Pattern => Date();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n2026年4月1日（木曜日）に開きます。</p>", line: 2),
        Example.Bad("<p>2026年2月30日までです。</p>"),
        Example.Bad("<p>令和8年4月1日（金）に開きます。</p>"),
        Example.Good("<p>2026年4月1日（水曜日）、令和8年4月2日（木）、2024年2月29日、2026年5月5日（火・祝）</p>"),
    ];

    protected override bool IsFault(Match match)
    {
        var year = EraYear.Parse(match.Groups["era"].Value, match.Groups["year"].Value);
        var (month, day) = (Number(match.Groups["month"]), Number(match.Groups["day"]));
        if (year is null or < 1 or > 9998)
            return false;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year.Value, month))
            return true;
        return match.Groups["weekday"] is { Success: true } weekday && Days[(int)new DateOnly(year.Value, month, day).DayOfWeek] != weekday.Value[0];
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<era>明治|大正|昭和|平成|令和)?(?<year>[0-9]{1,4}|元)年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日(?:[（(](?<weekday>[日月火水木金土])(?:曜日?)?(?:・?祝日?)?[）)])?")]
    private static partial Regex Date();
}
