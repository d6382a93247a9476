namespace Kakehashi.Content;

/// <summary>取組確認・評価表 of one fiscal year, as it lies in <c>accessibility/YYYY.evaluation.json</c>. Content keeps it and knows nothing of its items.</summary>
/// <param name="FiscalYear">Year in which the fiscal year began; one for each.</param>
/// <param name="Document">Whole file: what <c>SelfEvaluation.Write</c> gives.</param>
public sealed record EvaluationDocument(int FiscalYear, string Document)
{
    /// <summary>Ending of their file names, after the four digits of the year.</summary>
    public const string Ending = ".evaluation.json";

    /// <summary>Ending of the names of answers that are not published, replaced ones among them.</summary>
    public const string DraftEnding = ".evaluation.draft.json";

    /// <summary>Name of the file in <see cref="AccessibilityTest.Folder"/>, for example 2026.evaluation.json.</summary>
    public string FileName => YearlyFile.NameOf(FiscalYear, Ending);

    /// <summary>Name of the file with answers that are not published.</summary>
    public string DraftFileName => YearlyFile.NameOf(FiscalYear, DraftEnding);

    /// <summary>The fiscal year that a file name tells; null where it is no name of a published evaluation.</summary>
    public static int? YearOf(string fileName) => YearlyFile.YearOf(fileName, Ending);

    /// <summary>The same of answers that are not published.</summary>
    public static int? DraftYearOf(string fileName) => YearlyFile.YearOf(fileName, DraftEnding);
}
