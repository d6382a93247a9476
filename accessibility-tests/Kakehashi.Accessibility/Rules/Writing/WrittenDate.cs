using System.Globalization;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>A date that stands in a text, or a period from one date to another.</summary>
/// <param name="Index">Where it begins in the text.</param>
/// <param name="End">Behind its last character, weekday and time included.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day; the same for a single date, null for a period that has a beginning only.</param>
internal readonly partial record struct WrittenDate(int Index, int End, DateOnly First, DateOnly? Last)
{
    /// <summary>Dates with a year, in order; dates that do not exist are left out.</summary>
    public static List<WrittenDate> In(string text) =>
        text.Contains('年', StringComparison.Ordinal) ? [.. Period().Matches(text).Select(Read).OfType<WrittenDate>()] : [];

    private static WrittenDate? Read(Match match)
    {
        var groups = match.Groups;
        if (Day(groups["era"], groups["year"], groups["month"], groups["day"], default) is not { } first)
            return null;
        DateOnly? last = !groups["from"].Success || groups["time2"].Success ? first
            : groups["day2"].Success ? Day(groups["era2"], groups["year2"], groups["month2"], groups["day2"], first)
            : null;
        return new(match.Index, match.Index + match.Length, first, last);
    }

    private static DateOnly? Day(Group era, Group year, Group month, Group day, DateOnly usual)
    {
        var (y, m, d) = (year.Success ? EraYear.Parse(era.Value, year.Value) : usual.Year, month.Success ? Number(month) : usual.Month, Number(day));
        return y is >= 1 and <= 9998 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y.Value, m) ? new(y.Value, m, d) : null;
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    // Weekday and time may follow each date; a line feed stands where an element begins or ends.
    [GeneratedRegex("(?<era>令和|平成)?(?<year>[0-9]{4}|(?<=令和|平成)(?:[0-9]{1,2}|元))年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日" + Details +
        "(?:(?<from>から|より|以降|[~～〜\\u2013-])(?:\\s?(?<time2>正午|(?:午前|午後)?[0-9]{1,2}(?:時|[:：]))|[^。0-9]{0,8}?(?:(?<era2>令和|平成)?(?<year2>[0-9]{4}|(?<=令和|平成)(?:[0-9]{1,2}|元))年)?(?:(?<month2>[0-9]{1,2})月)?(?<day2>[0-9]{1,2})日(?!間|以内|後|前)" + Details + ")?)?")]
    private static partial Regex Period();

    private const string Details = "(?:\\s?[（(][^）)\\n]{1,8}[）)])?(?:\\s?(?:午前|午後|正午)?(?:[0-9]{1,2}時(?:[0-9]{1,2}分|半)?|[0-9]{1,2}[:：][0-9]{2})?)?\\s?";
}
