using Kakehashi.Cms.Accessibility;

namespace Kakehashi.Cms.Tests.Accessibility;

public sealed class GuidanceTests
{
    [Fact]
    public void Every_criterion_that_people_judge_has_one_to_three_steps_and_no_other_has_any()
    {
        var judged = StatedEditions.Criteria.Where(criterion => criterion.Person is not null).Select(criterion => criterion.Number);
        Assert.Equal(judged.Order(StringComparer.Ordinal), Guidance.Criteria.Order(StringComparer.Ordinal));
        Assert.All(Guidance.Criteria, criterion => Assert.InRange(Guidance.Of(criterion).Count, 1, 3));
    }

    [Fact]
    public void Steps_are_whole_polite_sentences()
    {
        var steps = Guidance.Criteria.SelectMany(Guidance.Of).ToList();
        Assert.All(steps, step => Assert.EndsWith("。", step, StringComparison.Ordinal));
        Assert.All(steps, step => Assert.InRange(step.Length, 10, 130));
    }
}
