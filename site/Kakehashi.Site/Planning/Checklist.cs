using System.Globalization;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning;

/// <summary>達成基準チェックリスト: what a conclusion says of each criterion, in words.</summary>
public static class Checklist
{
    const string WholeSite = "サイト全体";

    /// <summary>One row; the same words stand in the page and in its file.</summary>
    public static CriterionRow Row(CriterionConclusion criterion) => new(
        criterion.Criterion.Number, criterion.Criterion.Name, criterion.Criterion.Level.ToString(),
        criterion.Outcome switch { Outcome.Inapplicable => "なし", Outcome.Untested when criterion.Modes.Count == 0 => "確認中", _ => "あり" },
        Words(criterion.Outcome),
        criterion.Outcome switch { Outcome.Failed => Tone.Soon, Outcome.Untested => Tone.Neutral, _ => Tone.Done },
        [.. criterion.Modes.Select(Mode)], criterion.Criterion.Techniques ?? [], Note(criterion));

    /// <summary>Number of criteria by result; those of none are left out.</summary>
    public static IReadOnlyList<Fact> Summary(Conclusion conclusion) =>
    [
        .. from result in new[] { (Label: "適合", Of: new[] { Outcome.Passed, Outcome.Inapplicable }), ("不適合", [Outcome.Failed]), ("未試験", [Outcome.Untested]) }
           let criteria = conclusion.Criteria.Where(each => result.Of.Contains(each.Outcome)).ToList()
           where criteria.Count > 0
           let absent = criteria.Count(each => each.Outcome == Outcome.Inapplicable)
           select new Fact(result.Label, Text($"{criteria.Count}の達成基準") + (absent > 0 ? Text($"（うち適用なし{absent}）") : "")),
    ];

    /// <summary>Criteria that are not met, with every place.</summary>
    /// <param name="title">Title of the page at an address.</param>
    public static IEnumerable<FailureRow> Failures(Conclusion conclusion, Func<string, string> title) =>
        from each in conclusion.Criteria
        where each.Outcome == Outcome.Failed
        select new FailureRow(each.Criterion.Number, each.Criterion.Name,
            [.. each.Failures.Select(failure => new Fact(failure.Page is null ? WholeSite : $"{title(failure.Page)}（{failure.Page}）", failure.Note ?? "満たしていません。"))],
            each.Plan?.Action, each.Plan?.Due);

    /// <summary>Criteria whose test is not finished.</summary>
    public static IEnumerable<UntestedRow> Untested(Conclusion conclusion) =>
        from each in conclusion.Criteria
        where each.Missing.Count > 0
        select new UntestedRow(each.Criterion.Number, each.Criterion.Name, Left(each), each.Criterion.Person ?? "");

    static string Words(Outcome outcome) => outcome switch
    {
        Outcome.Passed or Outcome.Inapplicable => "適合",
        Outcome.Failed => "不適合",
        _ => "未試験",
    };

    static string Mode(TestMode mode) => mode switch
    {
        TestMode.Automatic => "AC",
        TestMode.SemiAutomatic => "AF",
        _ => "HC",
    };

    static string Note(CriterionConclusion criterion) => string.Join("", new[]
    {
        criterion.Outcome == Outcome.Inapplicable ? "対象になるものがありません。" : "",
        criterion.Failures.Count > 0 ? Text($"{criterion.Failures.Count}か所で満たしていません。") : "",
        criterion.Missing.Count > 0 ? $"{(criterion.Criterion.Person is null ? "結果が出ていないもの" : "人が確かめていないもの")}：{Left(criterion)}。" : "",
        criterion.Criterion.Once && criterion.Missing.Count == 0 ? "サイト全体で判断しました。" : "",
    });

    static string Left(CriterionConclusion criterion) => criterion.Missing is [""] ? WholeSite : Text($"{criterion.Missing.Count}ページ");

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
