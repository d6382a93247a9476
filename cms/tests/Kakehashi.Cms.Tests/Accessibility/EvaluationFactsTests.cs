using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Content;

namespace Kakehashi.Cms.Tests.Accessibility;

public sealed class EvaluationFactsTests
{
    static readonly DateTimeOffset Noon = JapaneseTime.StartOf(MachineFile.Day).AddHours(12);

    static EvaluationFacts Facts(ConformanceTest? test, DateOnly? published, AccessibilitySettings? policy = null) => new(test, published, policy ?? new(), Noon);

    static ItemAnswer Answer(EvaluationFacts facts, string item) => facts.AnswerTo(EvaluationItem.Find(item)!);

    [Fact]
    public void Tests_and_their_publication_are_told_by_the_system()
    {
        Assert.Equal([0, 0, 0], new[] { "test", "results", "mending" }.Select(item => Answer(Facts(null, null), item).Points));
        Assert.Equal(1, Answer(Facts(MachineFile.Of(), null), "test").Points);
        Assert.Equal(2, Answer(Facts(MachineFile.Of() with { EndedOn = MachineFile.Day }, null), "test").Points);
        Assert.Equal((2, "2026年6月1日に公表しました。"), (Answer(Facts(MachineFile.Of(), MachineFile.Day), "results").Points, Answer(Facts(MachineFile.Of(), MachineFile.Day), "results").Evidence));
    }

    [Fact]
    public void A_policy_whose_days_are_over_is_only_partly_done()
    {
        var policy = new AccessibilitySettings { Deadlines = [new(MachineFile.Day, "全部のページを直す")] };
        Assert.Equal(2, Answer(Facts(null, null, policy), "policy").Points);
        var late = Answer(Facts(null, null, policy with { Problems = [new("古い動画に字幕がない", "付ける", MachineFile.Day.AddDays(-1))] }), "policy");
        Assert.Equal(1, late.Points);
        Assert.Contains("古い動画に字幕がない", late.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Mending_is_done_when_every_failure_has_a_plan()
    {
        var test = MachineFile.Of(also: [MachineFile.Said("/", "1.4.2", Outcome.Failed), MachineFile.Said("/", "2.2.2", Outcome.Failed)]);
        Assert.Equal(0, Answer(Facts(test, null), "mending").Points);
        test = test with { Plans = [new Plan("1.4.2", "直します。", MachineFile.Day)] };
        Assert.Equal((1, "満たしていない達成基準2のうち1に、対応と期限があります。"), (Answer(Facts(test, null), "mending").Points, Answer(Facts(test, null), "mending").Evidence));
        test = test with { Plans = [.. test.Plans, new Plan("2.2.2", "直します。", MachineFile.Day)] };
        Assert.Equal(2, Answer(Facts(test, null), "mending").Points);
    }

    [Fact]
    public void Every_derived_item_is_answered_and_no_other() =>
        Assert.All(EvaluationItem.All, item =>
        {
            if (item.IsDerived) Assert.Equal(EvaluationFacts.Record, Answer(Facts(null, null), item.Id).By);
            else Assert.Throws<ArgumentOutOfRangeException>(() => Answer(Facts(null, null), item.Id));
        });
}
