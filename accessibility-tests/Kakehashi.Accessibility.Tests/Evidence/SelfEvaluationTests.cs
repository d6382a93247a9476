using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Accessibility.Tests.Evidence;

public sealed class SelfEvaluationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(9));

    private static readonly SelfEvaluation Whole = new(2026, new(2026, 11, 20), [.. EvaluationItem.All.Select(item => Said(item.Id, Attainment.Done))]);

    private static ItemAnswer Said(string item, Attainment attainment) => new(item, attainment, "文書にあります。", "事務局", Noon);

    [Fact]
    public void All_items_together_make_twenty_points_and_sections_stand_together()
    {
        Assert.Equal(EvaluationItem.Full, Whole.Points);
        Assert.Equal(EvaluationItem.All.Count, EvaluationItem.All.Select(item => item.Id).Distinct().Count());
        Assert.Equal(EvaluationItem.All.Select(item => item.Section).Distinct().Count(), 1 + EvaluationItem.All.Zip(EvaluationItem.All.Skip(1)).Count(pair => pair.First.Section != pair.Second.Section));
    }

    [Fact]
    public void The_last_answer_to_an_item_counts()
    {
        var changed = Whole with { Answers = [.. Whole.Answers, Said("training", Attainment.Partly), Said("office", Attainment.None)] };
        Assert.Equal(17, changed.Points);
        Assert.Equal(Attainment.Partly, changed.AnswerTo(EvaluationItem.Find("training")!)!.Attainment);
    }

    [Fact]
    public void It_is_written_and_read_alike()
    {
        var again = SelfEvaluation.Read(Whole.Write());
        Assert.Equal(Whole.Write(), again.Write());
        Assert.Equal(Whole.Answers, again.Answers);
        Assert.Null(EvaluationFault.Of(Whole));
    }

    public static TheoryData<string, SelfEvaluation> Faulty => new()
    {
        { "項目「other」がありません", Whole with { Answers = [.. Whole.Answers, Said("other", Attainment.Done)] } },
        { "「研修」の根拠がありません", Whole with { Answers = [.. Whole.Answers, Said("training", Attainment.Done) with { Evidence = "" }] } },
        { "「調達」の答えがありません", Whole with { Answers = [.. Whole.Answers.Where(answer => answer.Item != "procurement")] } },
        { "「準拠」という言葉", Whole with { Answers = [.. Whole.Answers, Said("training", Attainment.Done) with { Evidence = "JISに準拠しています。" }] } },
        { "年度が正しくありません", Whole with { FiscalYear = 20260 } },
        { "値のない項目", Whole with { Answers = [null!] } },
        { "使えない文字", Whole with { Answers = [.. Whole.Answers, Said("training", Attainment.Done) with { Evidence = "\u0007" }] } },
    };

    [Theory, MemberData(nameof(Faulty))]
    public void Fault_is_told_in_a_sentence(string expected, SelfEvaluation evaluation) =>
        Assert.Contains(expected, EvaluationFault.Of(evaluation), StringComparison.Ordinal);
}
