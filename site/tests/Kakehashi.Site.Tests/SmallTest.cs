using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Site.Tests;

/// <summary>An accessibility test of <see cref="SmallProgram"/> in which everything was tested and met.</summary>
static class SmallTest
{
    static readonly DateOnly Day = new(2026, 5, 20);
    static readonly string?[] Pages = ["/", "/about/"];

    public static ConformanceTest Whole { get; } = new(
        2026, new(2026, 5, 1), new(2026, 5, 29), new(2026, 6, 1), new("https://dx.example/"), 90, new("20260501", [new("/", "トップページ")], ["/about/"]),
        [new("axe", "4.14.1", 2, 0)], [new("NVDA", "2026.1", "Firefox 153", "Windows 11")], ["HTML", "CSS"], ["事務局"],
        [
            .. from criterion in CriteriaSet.Jis2016.Criteria.Concat(CriteriaSet.Wcag22.Criteria).DistinctBy(criterion => criterion.Number)
               from page in criterion.Once ? Pages.Prepend(null) : Pages
               select Judged(page, criterion.Number, Outcome.Passed),
        ],
        []);

    /// <summary>A published self-evaluation of a fiscal year in which nothing but training is wanting.</summary>
    public static SelfEvaluation Evaluated(int fiscalYear) => new(fiscalYear, Day,
        [.. EvaluationItem.All.Select(item => new ItemAnswer(item.Id, item.Id == "training" ? Attainment.Partly : Attainment.Done, "\"文書\"と、\n=記録があります。", "事務局", new(Day, new TimeOnly(9, 0), TimeSpan.FromHours(9))))]);

    public static Assertion Judged(string? page, string criterion, Outcome outcome) => new(page, criterion, TestMode.Manual, outcome, "事務局", Day);
}
