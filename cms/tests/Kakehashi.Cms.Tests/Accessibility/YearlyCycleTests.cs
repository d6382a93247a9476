using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;

namespace Kakehashi.Cms.Tests.Accessibility;

public sealed class YearlyCycleTests
{
    static readonly OpenEvaluation Nothing = OpenEvaluation.Of(2026, new EvaluationFacts(null, null, new(), DateTimeOffset.UnixEpoch), [], null);

    static (ConformanceTest, bool) Tested(int fiscalYear, DateOnly? ended, bool published) => (MachineFile.Of(fiscalYear) with { EndedOn = ended }, published);

    [Fact]
    public void A_first_year_has_its_days_from_the_fiscal_year_alone()
    {
        var steps = YearlyCycle.Of(2026, [], Nothing);
        Assert.Equal([new(2026, 4, 30), new(2027, 1, 31), new(2027, 2, 28), new(2027, 3, 31)], steps.Select(step => step.Due));
        Assert.All(steps, step => Assert.False(step.IsDone));
        Assert.Equal([true, false, false, false], steps.Select(step => step.IsOverdue(new DateOnly(2026, 6, 1))));
    }

    [Fact]
    public void A_test_is_due_a_year_after_the_last_one_ended()
    {
        var steps = YearlyCycle.Of(2026, [Tested(2025, new DateOnly(2025, 10, 20), true)], Nothing);
        Assert.Equal((new DateOnly(2026, 10, 20), "/accessibility"), (steps[1].Due, steps[1].Href));
        Assert.Equal([false, true], new[] { new DateOnly(2026, 8, 19), new DateOnly(2026, 8, 20) }.Select(steps[1].IsNear));
        Assert.Equal([false, true], new[] { new DateOnly(2026, 10, 20), new DateOnly(2026, 10, 21) }.Select(steps[1].IsOverdue));
    }

    [Fact]
    public void Results_are_due_a_month_after_the_test_and_within_the_fiscal_year()
    {
        Assert.Equal(new DateOnly(2026, 11, 10), YearlyCycle.Of(2026, [Tested(2026, new DateOnly(2026, 10, 10), false)], Nothing)[2].Due);
        var late = YearlyCycle.Of(2026, [Tested(2026, new DateOnly(2027, 3, 20), true)], Nothing);
        Assert.Equal((new DateOnly(2027, 3, 31), true, true), (late[2].Due, late[1].IsDone, late[2].IsDone));
    }
}
