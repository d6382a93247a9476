namespace Kakehashi.Accessibility.Tests;

public sealed class CorpusTests
{
    public static TheoryData<string> Bad => new(Corpus.Bad.Select(piece => piece.Id));

    public static TheoryData<string> Good => new(Corpus.Good.Select(piece => piece.Id));

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_piece_is_caught_by_the_rule_that_it_names(string id)
    {
        var piece = Corpus.Bad.Single(piece => piece.Id == id);
        Assert.Contains(piece.Rule, Judgement.Of(piece).Select(finding => finding.Rule));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Good_piece_has_neither_error_nor_warning(string id) =>
        Assert.DoesNotContain(Judgement.Of(Corpus.Good.Single(piece => piece.Id == id)), finding => finding.Weight != Weight.Advice);

    [Fact]
    public void Corpus_is_large_enough_and_its_ids_are_unique()
    {
        Assert.True(Corpus.Bad.Count >= 150, $"{Corpus.Bad.Count} bad pieces");
        Assert.True(Corpus.Good.Count >= 300, $"{Corpus.Good.Count} good pieces");
        Assert.Distinct(Corpus.Bad.Concat(Corpus.Good).Select(piece => piece.Id));
    }

    [Fact]
    public void Every_rule_is_shown_by_a_bad_piece_of_its_criterion()
    {
        var shown = Corpus.Bad.Select(piece => (piece.Rule, piece.Criterion)).ToHashSet();
        Assert.All(RuleSet.All, rule => Assert.Contains((rule.Id, rule.Criterion?.Number), shown));
        Assert.Equal(shown.Select(row => row.Rule).Order(StringComparer.Ordinal), RuleSet.All.Select(rule => rule.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_criterion_with_a_rule_and_every_writing_rule_is_shown_at_least_twice()
    {
        Assert.All(RuleSet.All.Where(rule => rule.Criterion is not null).Select(rule => rule.Criterion!.Number).Distinct(), number =>
            Assert.True(Corpus.Bad.Count(piece => piece.Criterion == number) >= 2, number));
        Assert.All(WritingRules.All, rule => Assert.True(Corpus.Bad.Count(piece => piece.Rule == rule.Id) >= 2, rule.Id));
    }
}
