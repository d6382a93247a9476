using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;

namespace Kakehashi.Cms.Tests.Accessibility;

/// <summary>Files as the collector of machine evidence writes them.</summary>
static class MachineFile
{
    public static readonly DateOnly Day = new(2026, 6, 1);

    /// <summary>Two pages on which machines found nothing: on the home page everything applies, on the article nothing but its language and link texts.</summary>
    public static ConformanceTest Of(int fiscalYear = 2026, params IEnumerable<Assertion> also)
    {
        List<Assertion> assertions =
        [
            .. StatedEditions.Criteria.Where(criterion => !criterion.Once).Select(criterion => Said("/", criterion.Number, Outcome.Passed)),
            .. StatedEditions.Criteria.Where(criterion => !criterion.Once).Select(criterion => Said("/articles/a/", criterion.Number, criterion.Number is "2.4.4" or "3.1.1" ? Outcome.Passed : Outcome.Inapplicable)),
            .. StatedEditions.Criteria.Where(criterion => criterion.Once).Select(criterion => Said(null, criterion.Number, Outcome.Passed)),
        ];
        foreach (var other in also)
        {
            assertions.RemoveAll(said => said.Page == other.Page && said.Criterion == other.Criterion);
            assertions.Add(other);
        }
        return new(fiscalYear, Day, null, null, new Uri("https://dx.example/"), 2, new PageSample("2026-06-01", [new RepresentativePage("/", "トップページ")], ["/articles/a/"]),
            [new Tool("見本の検査器", "1.2", 2, assertions.Count(said => said.Outcome == Outcome.Failed))], [], ["HTML", "CSS"], [], assertions, []);
    }

    public static Assertion Said(string? page, string criterion, Outcome outcome, string? note = null) => new(page, criterion, TestMode.Automatic, outcome, "見本の検査器 1.2", Day, note);

    /// <summary>An entry for everything that a sheet leaves to people.</summary>
    public static IReadOnlyList<JudgementEntry> All(Sheet sheet, Outcome outcome = Outcome.Passed) => [.. sheet.Rows.Select(row => new JudgementEntry(row.Criterion.Number, outcome, outcome == Outcome.Failed ? "満たしていません。" : "", 0))];
}
