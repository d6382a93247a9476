using System.Globalization;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Years of the Japanese eras.</summary>
internal static class EraYear
{
    private static readonly Dictionary<string, (int First, int Last)> Eras = new(StringComparer.Ordinal)
    {
        ["明治"] = (1868, 1912), ["大正"] = (1912, 1926), ["昭和"] = (1926, 1989), ["平成"] = (1989, 2019), ["令和"] = (2019, 9998),
    };

    /// <param name="era">Empty for a year of the common era.</param>
    /// <param name="year">Digits, or 元.</param>
    /// <returns>Year of the common era; null where two digits without an era do not say which.</returns>
    public static int? Parse(string era, string year)
    {
        var number = year == "元" ? 1 : int.Parse(year, CultureInfo.InvariantCulture);
        return Eras.TryGetValue(era, out var span) ? span.First + number - 1 : year.Length == 4 ? number : null;
    }

    /// <summary>Whether the era had that many years.</summary>
    public static bool Exists(string era, string year) => Parse(era, year) is { } parsed && parsed >= Eras[era].First && parsed <= Eras[era].Last;
}
