using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Accessibility;
using Kakehashi.Cms.Mending;

namespace Kakehashi.Cms.Tests.Mending;

public sealed class ProseTests
{
    static readonly string[] Pieces =
    [
        "ＡＢＣ", "２０２６年", "ｼｰｽﾞ", "①", "2026/4/30", "日　時", "\n", "\n\n", "`", "```", "```\n", "~~~\n", "    ", "\t", "[", "](", ")", "![", "](/media/", "/issues/ＡＢ/", "[x]: ", "<", ">", "https://a.example/", "|", " | ",
        "| --- |\n", "# ", "- ", "**", "\\", "&amp;", "&#", ";", "[^1]", "\uFFFC", "@", "a@ａｂ.example", "文", " ", "　", "\r\n", "(", "~",
    ];

    [Theory]
    [InlineData("ＤＸは`ＤＸ`と書きます。", "DXは`ＤＸ`と書きます。")]
    [InlineData("[ＤＸの案内](/articles/ＤＸ/)", "[DXの案内](/articles/ＤＸ/)")]
    [InlineData("![ＤＸの図](/media/ＤＸ.png)", "![DXの図](/media/ＤＸ.png)")]
    [InlineData("```\nＤＸ\n```\nＤＸ", "```\nＤＸ\n```\nDX")]
    [InlineData("~~~\nＤＸ", "~~~\nＤＸ")]
    [InlineData("文\n\n    ＤＸ\n\nＤＸ", "文\n\n    ＤＸ\n\nDX")]
    [InlineData("ＤＸは https://dx.example/ＤＸ と office@dx.example へ", "DXは https://dx.example/ＤＸ と office@dx.example へ")]
    [InlineData("[dx]: /articles/ＤＸ/\n\n[ＤＸ][dx]", "[dx]: /articles/ＤＸ/\n\n[DX][dx]")]
    [InlineData("| ＤＸ | ２０２６ |\n| --- | --- |\n|　　|　　|", "| DX | 2026 |\n| --- | --- |\n|　　|　　|")]
    [InlineData("閉じない`ＤＸ", "閉じない`DX")]
    public void Words_are_mended_and_code_and_addresses_stay(string before, string after) =>
        Assert.Equal(after, Prose.Mend(Prose.Mend(before, 0, int.MaxValue, RuleSet.Mending["full-width-letter"]), 0, int.MaxValue, RuleSet.Mending["spaces-in-row"]));

    [Fact]
    public void Whatever_is_written_keeps_its_lines_and_other_lines_their_bytes() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (text, line) => Assert.All(RuleSet.Mending.Values, rule =>
        {
            var (before, after) = (text.Split('\n'), Prose.Mend(text, line, 1, rule).Split('\n'));
            Assert.Equal(before.Length, after.Length);
            Assert.All(Enumerable.Range(0, before.Length).Where(number => number != line), number => Assert.Equal(before[number], after[number]));
        })));
}
