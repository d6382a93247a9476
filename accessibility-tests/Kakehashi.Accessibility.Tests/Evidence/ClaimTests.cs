using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Accessibility.Tests.Evidence;

public sealed class ClaimTests
{
    public static TheoryData<string> Sets => [CriteriaSet.Jis2016.Id, CriteriaSet.Wcag22.Id];

    [Theory, MemberData(nameof(Sets))]
    public void One_blocker_takes_the_word_away(string set)
    {
        var claim = Claim.Of(new Conclusion(CriteriaSet.Of(set), [], ["試験の期間が終わっていません。"], false));
        Assert.DoesNotContain(Claim.Word, claim.Degree + claim.Sentence + claim.Note, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Sets))]
    public void Site_that_was_not_tested_never_has_the_word(string set)
    {
        var claim = Claim.Untested(CriteriaSet.Of(set));
        Assert.DoesNotContain(Claim.Word, claim.Degree + claim.Sentence + claim.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Site_that_conforms_says_so_by_the_guideline()
    {
        var claim = Claim.Of(new Conclusion(CriteriaSet.Jis2016, [], [], false));
        Assert.Equal("JIS X 8341-3:2016 適合レベルAAに準拠しています。", claim.Sentence);
        Assert.Contains("対応度表記ガイドライン 2021年4月版", claim.Note, StringComparison.Ordinal);
    }
}
