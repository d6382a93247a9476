using Kakehashi.Content.Forms;

namespace Kakehashi.Content.Tests.Forms;

public class AnswerInputTests
{
    [Theory]
    [InlineData(QuestionKind.Email, "ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ", "info@example.jp")]
    [InlineData(QuestionKind.Email, " info @example.jp ", "info@example.jp")]
    [InlineData(QuestionKind.Telephone, "０２８（０００）００００", "0280000000")]
    [InlineData(QuestionKind.Telephone, "028ー000ー0000", "028-000-0000")]
    [InlineData(QuestionKind.Telephone, "028‐000−0000", "028-000-0000")]
    [InlineData(QuestionKind.Telephone, "09000000000", "090-0000-0000")]
    [InlineData(QuestionKind.Telephone, "0120000000", "0120-000-000")]
    [InlineData(QuestionKind.Telephone, "+81 28 000 0000", "+81 28 000 0000")]
    [InlineData(QuestionKind.PostalCode, "〒３２０ー００００", "320-0000")]
    [InlineData(QuestionKind.PostalCode, "3200000", "320-0000")]
    [InlineData(QuestionKind.PostalCode, " 320 - 0000", "320-0000")]
    [InlineData(QuestionKind.Kana, "ﾊﾟｿｺﾝ　ﾎﾞｳｻｲ ｳﾞｧ", "ぱそこん　ぼうさい ゔぁ")]
    [InlineData(QuestionKind.Kana, "カケハシ・システム", "かけはし・しすてむ")]
    [InlineData(QuestionKind.Kana, "Maria da Silva", "Maria da Silva")]
    [InlineData(QuestionKind.Url, "ｗｗｗ．ｅｘａｍｐｌｅ．ｊｐ", "https://www.example.jp")]
    [InlineData(QuestionKind.Date, "令和８年１２月１日", "2026-12-01")]
    [InlineData(QuestionKind.Date, "2026/12/1", "2026-12-01")]
    [InlineData(QuestionKind.Text, "髙﨑 神塚", "髙﨑 神塚")]
    public void What_is_meant_is_understood(QuestionKind kind, string typed, string meant) =>
        Assert.Equal((meant, null), Read(kind, typed));

    [Theory]
    [InlineData(QuestionKind.Email, "info@example")]
    [InlineData(QuestionKind.Email, "a@example.jp,b@example.jp")]
    [InlineData(QuestionKind.Email, "a@example.jp\nBcc: b@example.jp")]
    [InlineData(QuestionKind.Telephone, "0280")]
    [InlineData(QuestionKind.Telephone, "内線 1234567890")]
    [InlineData(QuestionKind.PostalCode, "320000")]
    [InlineData(QuestionKind.Kana, "山田")]
    [InlineData(QuestionKind.Url, "javascript://example.jp/%0aalert(1)")]
    [InlineData(QuestionKind.Date, "2026年2月30日")]
    [InlineData(QuestionKind.Number, "-1")]
    [InlineData(QuestionKind.CorporateNumber, "1234567890123")]
    public void A_mistake_says_what_to_type(QuestionKind kind, string typed)
    {
        var (value, mistake) = Read(kind, typed);
        Assert.Null(value);
        Assert.Matches("「質問」.*(ください|送れます)。", mistake);
    }

    [Fact]
    public void A_corporate_number_is_known_by_its_check_digit()
    {
        // The example of the rule itself: the base number 700110005901 has the check digit 8.
        var valid = Enumerable.Range(0, 10).Select(first => $"{first}700110005901").Where(number => AnswerInput.CorporateNumber(number) is not null);
        Assert.Equal(["8700110005901"], valid);
        Assert.Equal("8700110005901", AnswerInput.CorporateNumber("８７００－１１０－００５－９０１"));
    }

    static (string? Value, string? Mistake) Read(QuestionKind kind, string typed)
    {
        var (value, mistake) = AnswerInput.Parse(new Question("q", "質問", kind), typed.Trim());
        return (value?.ToString(), mistake);
    }
}
