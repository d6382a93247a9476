using System.Globalization;

namespace Kakehashi.Content;

/// <summary>Names of files of which there is one for each fiscal year.</summary>
static class YearlyFile
{
    public static string NameOf(int fiscalYear, string ending) => string.Create(CultureInfo.InvariantCulture, $"{fiscalYear:0000}{ending}");

    /// <returns>Null where the name is not four digits and the ending.</returns>
    public static int? YearOf(string fileName, string ending) =>
        fileName.Length == 4 + ending.Length && fileName.EndsWith(ending, StringComparison.Ordinal)
        && int.TryParse(fileName.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
