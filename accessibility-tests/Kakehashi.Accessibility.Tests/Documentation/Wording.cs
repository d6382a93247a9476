namespace Kakehashi.Accessibility.Tests.Documentation;

/// <summary>Japanese words for the values of rules.</summary>
internal static class Wording
{
    public static string Of(Weight weight) => weight switch
    {
        Weight.Error => "エラー",
        Weight.Warning => "警告",
        _ => "助言",
    };

    public static string Of(MiChecker @class) => @class switch
    {
        MiChecker.Problem => "問題あり",
        MiChecker.LikelyProblem => "問題の可能性大",
        MiChecker.NeedsJudgement => "要判断箇所",
        _ => "手動確認",
    };

    public static string Of(SuccessCriterion? criterion) => criterion is null ? "公共サイトの慣行" : $"{criterion.Number} {criterion.Name}（{criterion.Level}）";

    /// <summary>Text that stands for itself in a cell of a table.</summary>
    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    public static string Percent(int part, int whole) => whole == 0 ? "-" : $"{100.0 * part / whole:0.0}%";
}
