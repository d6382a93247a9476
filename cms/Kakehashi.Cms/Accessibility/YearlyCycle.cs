using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Cms.Accessibility;

/// <summary>One thing that a body does about accessibility every fiscal year.</summary>
/// <param name="Due">Last day, in Japan.</param>
/// <param name="IsDone">It is done for this fiscal year.</param>
public sealed record YearlyStep(string Label, string Href, DateOnly Due, bool IsDone)
{
    /// <summary>It is to be done and its day is over.</summary>
    public bool IsOverdue(DateOnly today) => !IsDone && Due < today;

    /// <summary>It is to be done and its day is over or within two months.</summary>
    public bool IsNear(DateOnly today) => !IsDone && Due <= today.AddMonths(2);
}

/// <summary>年間の予定: policy and plan, test, publication, self-evaluation, as 「みんなの公共サイト運用ガイドライン」 asks of public bodies.</summary>
public static class YearlyCycle
{
    /// <summary>The year's steps in the order of the year.</summary>
    /// <param name="fiscalYear">The fiscal year of today.</param>
    /// <param name="tests">Every test; any order.</param>
    /// <param name="evaluation">The year's self-evaluation.</param>
    public static IReadOnlyList<YearlyStep> Of(int fiscalYear, IReadOnlyList<(ConformanceTest Test, bool IsPublished)> tests, OpenEvaluation evaluation)
    {
        var (current, published) = tests.FirstOrDefault(test => test.Test.FiscalYear == fiscalYear);
        var last = tests.Where(test => test.Test.FiscalYear < fiscalYear).OrderByDescending(test => test.Test.FiscalYear).FirstOrDefault().Test?.EndedOn;
        var testing = Earlier(last?.AddYears(1), new DateOnly(fiscalYear + 1, 1, 31));
        var close = new DateOnly(fiscalYear + 1, 3, 31);
        var (test, self) = (current is null ? "/accessibility" : $"/accessibility/{fiscalYear}", $"/accessibility/{fiscalYear}/self-evaluation");
        return
        [
            new("方針の確認と年度の計画", self, new DateOnly(fiscalYear, 4, 30), evaluation.Rows.Any(row => row is { Item.Id: EvaluationItem.Plan, Answer.Attainment: Attainment.Done })),
            new("JISに基づく試験", test, testing, current?.EndedOn is not null),
            new("試験結果の公表", test, Earlier((current?.EndedOn ?? testing).AddMonths(1), close), published),
            new("取組確認・評価表の記入と公表", self, close, evaluation.Published is not null),
        ];
    }

    static DateOnly Earlier(DateOnly? one, DateOnly other) => one < other ? one.Value : other;
}
