using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;

namespace Kakehashi.Cms.Tests.Accessibility;

public sealed class GuidanceTests
{
    static readonly string[] Voices = ["NVDA", "PC-Talker", "VoiceOver"];

    static IEnumerable<(string Criterion, Guidance Guidance)> All => Guidance.Criteria.Select(criterion => (criterion, Guidance.Of(criterion)!));

    [Fact]
    public void Every_criterion_that_people_judge_has_one_to_three_steps_and_no_other_has_any()
    {
        var judged = StatedEditions.Criteria.Where(criterion => criterion.Person is not null).Select(criterion => criterion.Number);
        Assert.Equal(judged.Order(StringComparer.Ordinal), Guidance.Criteria.Order(StringComparer.Ordinal));
        Assert.All(All, one => Assert.InRange(one.Guidance.Steps.Count, 1, 3));
    }

    [Fact]
    public void It_tells_keyboard_and_screen_readers_how_wherever_more_than_eyes_is_needed() =>
        Assert.All(All.Where(one => one.Guidance.Ways is not [("画面", _)]), one => Assert.True(
            one.Guidance.Ways.Any(way => Voices.Contains(way.Tool)) && (one.Criterion == "3.1.2" || one.Guidance.Ways.Any(way => way.Tool == "キーボード")), one.Criterion));

    [Fact]
    public void It_tells_what_counts_as_a_fault_with_an_example_of_its_own()
    {
        Assert.All(All, one => Assert.InRange(one.Guidance.Fault.Length, 10, 130));
        Assert.Equal(Guidance.Criteria.Count(), All.Select(one => one.Guidance.Example).Distinct().Count());
    }

    [Fact]
    public void It_is_whole_sentences_without_the_word_that_only_evidence_gives()
    {
        var sentences = All.SelectMany(one => one.Guidance.Steps.Concat(one.Guidance.Ways.Select(way => way.How)).Append(one.Guidance.Fault).Append(one.Guidance.Example)).ToList();
        Assert.All(sentences, sentence => Assert.EndsWith("。", sentence, StringComparison.Ordinal));
        Assert.All(sentences, sentence => Assert.InRange(sentence.Length, 10, 130));
        Assert.All(sentences, sentence => Assert.DoesNotContain(Claim.Word, sentence, StringComparison.Ordinal));
    }
}
