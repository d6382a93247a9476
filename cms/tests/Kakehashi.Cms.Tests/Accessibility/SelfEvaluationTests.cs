using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Content;

namespace Kakehashi.Cms.Tests.Accessibility;

public sealed class SelfEvaluationTests
{
    static EvaluationFacts Facts(ConformanceTest? test, DateOnly? published, AccessibilitySettings? policy = null) => new(test, published, policy ?? new(), MachineFile.Day);

    static EvaluationRow Row(EvaluationFacts facts, string item) => SelfEvaluation.Of(facts, []).Single(row => row.Item.Id == item);

    [Fact]
    public void All_items_together_make_twenty_points()
    {
        var answers = SelfEvaluation.Items.Where(item => item.Derive is null)
            .Select(item => new EvaluationAnswer { FiscalYear = 2026, Item = item.Id, Attainment = Attainment.Done, Evidence = "文書", AccountId = Guid.Empty, At = DateTimeOffset.UnixEpoch });
        var rows = SelfEvaluation.Of(Facts(MachineFile.Of() with { EndedOn = MachineFile.Day }, MachineFile.Day), answers);
        Assert.Equal(SelfEvaluation.Full, rows.Sum(row => row.Points));
        Assert.Equal(rows.Count, rows.Select(row => row.Item.Id).Distinct().Count());
    }

    [Fact]
    public void Tests_and_their_publication_are_told_by_the_system()
    {
        Assert.Equal([0, 0, 0], new[] { "test", "results", "mending" }.Select(item => Row(Facts(null, null), item).Points));
        Assert.Equal(1, Row(Facts(MachineFile.Of(), null), "test").Points);
        Assert.Equal(2, Row(Facts(MachineFile.Of() with { EndedOn = MachineFile.Day }, null), "test").Points);
        Assert.Equal((2, "2026年6月1日に公表しました。"), (Row(Facts(MachineFile.Of(), MachineFile.Day), "results").Points, Row(Facts(MachineFile.Of(), MachineFile.Day), "results").Evidence));
    }

    [Fact]
    public void A_policy_whose_days_are_over_is_only_partly_done()
    {
        var policy = new AccessibilitySettings { Deadlines = [new(MachineFile.Day, "全部のページを直す")] };
        Assert.Equal(2, Row(Facts(null, null, policy), "policy").Points);
        var late = Row(Facts(null, null, policy with { Problems = [new("古い動画に字幕がない", "付ける", MachineFile.Day.AddDays(-1))] }), "policy");
        Assert.Equal(1, late.Points);
        Assert.Contains("古い動画に字幕がない", late.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Mending_is_done_when_every_failure_has_a_plan()
    {
        var test = MachineFile.Of(also: [MachineFile.Said("/", "1.4.2", Outcome.Failed), MachineFile.Said("/", "2.2.2", Outcome.Failed)]);
        Assert.Equal(0, Row(Facts(test, null), "mending").Points);
        test = test with { Plans = [new Plan("1.4.2", "直します。", MachineFile.Day)] };
        Assert.Equal((1, "満たしていない達成基準2のうち1に、対応と期限があります。"), (Row(Facts(test, null), "mending").Points, Row(Facts(test, null), "mending").Evidence));
        test = test with { Plans = [.. test.Plans, new Plan("2.2.2", "直します。", MachineFile.Day)] };
        Assert.Equal(2, Row(Facts(test, null), "mending").Points);
    }

    [Fact]
    public void What_the_system_tells_cannot_be_typed()
    {
        var typed = new EvaluationAnswer { FiscalYear = 2026, Item = "results", Attainment = Attainment.Done, Evidence = "公表しました。", AccountId = Guid.Empty, At = DateTimeOffset.UnixEpoch };
        Assert.Equal(0, SelfEvaluation.Of(Facts(null, null), [typed]).Single(row => row.Item.Id == "results").Points);
    }
}
