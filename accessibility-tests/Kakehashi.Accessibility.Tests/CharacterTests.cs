using System.Text;

namespace Kakehashi.Accessibility.Tests;

public sealed class CharacterTests
{
    [Fact]
    public void Kanji_of_JIS_X_0213_are_known_to_the_last()
    {
        var blocks = Enumerable.Range(0x3400, 0x6C00).Concat(Enumerable.Range(0xF900, 0x200)).Concat(Enumerable.Range(0x20000, 0x10000)).Chunk(256);

        // 仝 (1-1-24) lies among the kanji, but the standard counts it as a sign.
        Assert.Equal(10_050 + 1, blocks.Sum(block => block.Length - Outside(string.Concat(block.Select(code => $"{new Rune(code)}の"))).Count()));
    }

    [Theory]
    [InlineData("俱剝𠮟吞噓姸屛幷瘦繫")]
    [InlineData("常用漢字の塡頰餌遜謎")]
    [InlineData("か゚ゔヷㇷ゚―—～〜∥‖－−￠￡￢①㈱№")]
    [InlineData("﨑山、神社、塚、祥")]
    [InlineData("葛\U000E0100城、辻\U000E0101")]
    [InlineData("Grüße, café, naïve, 5 × 3 ± 1 °C, © ®, αβγ, Привет, สวัสดี, €")]
    public void Known_characters_and_letters_of_other_scripts_pass(string text) => Assert.Empty(Outside(text));

    [Theory]
    [InlineData("髙", "髙")]
    [InlineData("𠮷", "𠮷")]
    [InlineData("槗", "槗")]
    [InlineData("⽇", "⽇")]
    [InlineData("请", "请")]
    [InlineData("👍\uFE0F", "👍")]
    [InlineData("\U000F0000", "\U000F0000")]
    public void Others_are_found(string text, string found) => Assert.StartsWith(found, Assert.Single(Outside(text)), StringComparison.Ordinal);

    [Fact]
    public void Character_without_a_reading_is_reported_once() => Assert.Single(Outside("髙橋さんと髙田さんと髙山さん"));

    [Theory]
    [InlineData("髙橋（たかはし）さんと髙田さん")]
    [InlineData("受付は髙橋 太郎（タカハシ・タロウ）です")]
    [InlineData("髙田さん、<ruby>髙橋<rt>たかはし</rt></ruby>さん")]
    [InlineData("髙<b>橋</b>（たかはし）さん")]
    public void Reading_at_one_place_is_enough(string text) => Assert.Empty(Outside(text));

    [Fact]
    public void Page_of_somebody_tells_the_reading_of_the_name_once()
    {
        const string Before = "<!doctype html><html lang=\"ja\"><head><title>髙橋測量</title></head><body><main><h1>髙橋測量</h1><p>髙橋測量は、𠮷野市の会社です。</p>";

        Assert.Equal(["𠮷野市の会社です。"], FindIn(Before + "<dl><dt>ふりがな</dt><dd>たかはしそくりょう</dd></dl></main></body></html>"));
        Assert.Equal(2, FindIn(Before + "<dl><dt>所在地</dt><dd>見本市</dd></dl></main></body></html>").Count());
        Assert.Empty(FindIn("<!doctype html><html lang=\"ja\"><head><title>会員</title></head><body><main><h1>会員</h1><ul><li><a href=\"/members/takahashi/\">髙橋測量</a></li></ul></main></body></html>"));
    }

    [Theory]
    [InlineData("髙橋さん（部長）")]
    [InlineData("髙橋さんが話します（はじめて）。")]
    public void What_stands_in_parentheses_must_be_the_reading_of_that_word(string text) => Assert.Single(Outside(text));

    private static IEnumerable<string> Outside(string text) =>
        FindIn(Example.Good($"<p>{text}</p>").Page);

    private static IEnumerable<string> FindIn(string html) =>
        PageCheck.Check(html, "index.html").Where(finding => finding.Rule == "outside-jis").Select(finding => finding.Excerpt);
}
