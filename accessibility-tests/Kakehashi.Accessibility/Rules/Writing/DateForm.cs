using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Dates are written with 年, 月 and 日, which are read out.</summary>
public sealed partial class DateForm() : ProseRule("date-form", null, Weight.Warning, MiChecker.NeedsJudgement,
    "日付が記号で書かれています。分数や番号に読まれるので、「2026年4月1日（水曜日）」のように書いてください。"), IMendText
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("/.／．");

    protected override Regex Pattern => Date();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n締切は2026/4/30です。</p>", line: 2),
        Example.Bad("<p>R8.4.1に始めます。</p>"),
        Example.Good("<p>締切は2026年4月30日です。第2.1.3版、1/2の割合、2026/27年</p>"),
    ];

    // A date that does not exist is somebody's mistake, and not one of form.
    public string Mend(string text) => Replace(text, (match, whole) =>
    {
        var (era, digits) = (EraOf(match.ValueSpan[0]), match.Groups[1].Value.TrimStart('R', 'H', 'S'));
        var (month, day) = (int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture));
        if (era.Length > 0 && !EraYear.Exists(era, digits) || EraYear.Parse(era, digits) is not { } year || day > DateTime.DaysInMonth(year, month)) return match.Value;
        var after = whole.AsSpan(match.Index + match.Length);
        var weekday = after is ['（' or '(', ..] ? "" : $"（{"日月火水木金土"[(int)new DateOnly(year, month, day).DayOfWeek]}曜日）";
        return string.Create(CultureInfo.InvariantCulture, $"{era}{int.Parse(digits, CultureInfo.InvariantCulture)}年{month}月{day}日{weekday}");
    });

    private static string EraOf(char letter) => letter switch { 'R' => "令和", 'H' => "平成", 'S' => "昭和", _ => "" };

    [GeneratedRegex(@"(?<![0-9./A-Za-z-])(20[0-9]{2}|[RHS][0-9]{1,2})[/.／．](0?[1-9]|1[0-2])[/.／．](0?[1-9]|[12][0-9]|3[01])(?![0-9./])")]
    private static partial Regex Date();
}
