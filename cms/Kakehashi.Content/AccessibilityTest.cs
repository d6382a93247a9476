namespace Kakehashi.Content;

/// <summary>試験: the accessibility test of one fiscal year, as it lies in <c>accessibility/YYYY.json</c>. Content keeps it and knows nothing of its rules.</summary>
/// <param name="FiscalYear">Year in which the fiscal year began; one test for each.</param>
/// <param name="Document">Whole file: what <c>ConformanceTest.Write</c> gives.</param>
public sealed record AccessibilityTest(int FiscalYear, string Document)
{
    /// <summary>Folder of the tests in the folder format.</summary>
    public const string Folder = "accessibility";

    /// <summary>Ending of their file names, after the four digits of the year.</summary>
    public const string Ending = ".json";

    /// <summary>Ending of the names of tests that are not published.</summary>
    public const string DraftEnding = ".draft.json";

    /// <summary>Name of the file in <see cref="Folder"/>, for example 2026.json.</summary>
    public string FileName => YearlyFile.NameOf(FiscalYear, Ending);

    /// <summary>Name of the file while the test is not published, for example 2026.draft.json.</summary>
    public string DraftFileName => YearlyFile.NameOf(FiscalYear, DraftEnding);

    /// <summary>The fiscal year that a file name tells; null where it is no name of a published test.</summary>
    public static int? YearOf(string fileName) => YearlyFile.YearOf(fileName, Ending);

    /// <summary>The same of a test that is not published.</summary>
    public static int? DraftYearOf(string fileName) => YearlyFile.YearOf(fileName, DraftEnding);
}
