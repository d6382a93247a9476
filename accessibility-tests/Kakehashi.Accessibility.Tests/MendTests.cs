using System.Net;
using FsCheck;
using FsCheck.Fluent;

namespace Kakehashi.Accessibility.Tests;

public sealed class MendTests
{
    // Pieces that rules find, pieces that look like them, and what stands around.
    static readonly string[] Pieces =
    [
        "ｼｰｽﾞ", "ﾊﾟﾋﾟﾌﾟ", "ｱﾞ", "ﾞ", "ｰ", "･", "ヴ", "か\u3099", "ﬁ", "㍿", "髙﨑", "Ⅱ", "Ⅹ", "Ⅼ", "①", "⑳", "⑴", "㉟", "㈱", "㎡", "℡", "㈪", "№",
        "ＡＢ", "Ａ", "２０２６", "１", "８．５％", "９％", "．", "％", "＃", "2026/4/30", "2026.02.30", "R8.4.1", "H40.1.1", "S64/1/7", "１/２", "/", ".", "13:30", "午後", "午前", "0:05", "24:00", "24:30", "：", "3:2",
        "午前10時", "午後5時", "10時30分", "4月1日", "5日", "20", "39歳", "～", "〜", " ～ ", "まで", "（水）", "（水曜日）", "(", "第1", "3回", "1200000円", "12345人", "99,", "-",
        "日", "　", " ", "時", "お", "知", "ら", "せ", "場", "所", "\u00A0", "　　", "　　　", "森", "薫", "山田", "太郎", "締切：", "2026年6月10日", "令和8年4月1日", "に開きます", "028", "600", "0000", "－", "―", "〒320", "です。", "\uFFFC", "\n", "a", "z", "を", "ー", "々",
    ];

    public static TheoryData<string> Rules => [.. RuleSet.Mending.Keys];

    [Theory]
    [InlineData("half-width-kana", "ｼｰｽﾞとﾊﾟｿｺﾝ、ｳﾞｧｲｵﾘﾝを髙﨑さんが", "シーズとパソコン、ヴァイオリンを髙﨑さんが")]
    [InlineData("full-width-letter", "２０２６年にＤＸを８．５％、９％進める１つ", "2026年にDXを8.5%、9%進める１つ")]
    [InlineData("time-form", "13:30から、午後3:05まで。0:00、12:00、24:00", "午後1時30分から、午後3時5分まで。午前0時、午後0時、午後12時")]
    [InlineData("date-form", "締切は2026/4/30です。R8.4.1（水）から", "締切は2026年4月30日（木曜日）です。令和8年4月1日（水）から")]
    [InlineData("date-form", "2026/2/30とH40.1.1", "2026/2/30とH40.1.1")]
    [InlineData("wave-dash", "午前10時～午後5時、20〜39歳、4月1日 ～ 5日まで", "午前10時から午後5時まで、20歳から39歳まで、4月1日から5日まで")]
    [InlineData("wave-dash", "13:30～15:00、10～11時30分", "13:30～15:00、10～11時30分")]
    [InlineData("machine-character", "見本電機㈱の120㎡", "見本電機株式会社の120平方メートル")]
    [InlineData("circled-number", "①と⑴、第Ⅲ期、㉑", "(1)と(1)、第3期、(21)")]
    [InlineData("circled-number", "ⅩⅩ世紀、3Ⅱ", "ⅩⅩ世紀、3Ⅱ")]
    [InlineData("large-number", "1200000円と12345人、3000円", "1,200,000円と12,345人、3000円")]
    [InlineData("spaced-word", "日　時：お 知 ら せ、森　薫", "日時：お知らせ、森　薫")]
    [InlineData("spaced-word", "お 知 ら せ　会 場", "お 知 ら せ　会 場")]
    [InlineData("spaces-in-row", "第1回　　　4月1日", "第1回　4月1日")]
    [InlineData("leading-space", "　本文です。　次です。", "本文です。　次です。")]
    [InlineData("mixed-hyphen", "028－600ー0000、〒320ー0000、1－2－3、2ー1の式", "028-600-0000、〒320-0000、1-2-3、2ー1の式")]
    [InlineData("missing-weekday", "締切：令和8年6月30日午後5時、2026年6月10日に開きます。2026年3月10日に定めました。", "締切：令和8年6月30日（火曜日）午後5時、2026年6月10日（水曜日）に開きます。2026年3月10日に定めました。")]
    public void A_mend_changes_what_its_rule_finds_and_leaves_what_somebody_has_to_judge(string rule, string before, string after) =>
        Assert.Equal(after, RuleSet.Mending[rule].Mend(before));

    [Theory, MemberData(nameof(Rules))]
    public void A_mend_adds_no_finding_is_done_once_and_touches_nothing_else(string rule) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var mended = RuleSet.Mending[rule].Mend(text);
            Assert.Equal(mended, RuleSet.Mending[rule].Mend(mended));
            Assert.Equal(text.Count(character => character == '\uFFFC'), mended.Count(character => character == '\uFFFC'));
            var (before, after) = (Found(rule, text), Found(rule, mended));
            if (before == 0) Assert.Equal(text, mended);
            else Assert.True(after <= before, $"{before} → {after}: 「{text}」 → 「{mended}」");
        }));

    [Theory, MemberData(nameof(Rules))]
    public void Of_a_bad_example_nothing_is_left_once_it_is_mended(string rule) =>
        Assert.All(RuleSet.OfPages.Single(one => one.Id == rule).Examples.Where(example => example.IsBad).Select(example => Text(example.Html)).Where(text => Found(rule, text) > 0), text =>
        {
            var mended = RuleSet.Mending[rule].Mend(text);
            Assert.NotEqual(text, mended);
            Assert.Equal(0, Found(rule, mended));
        });

    [Fact]
    public void Every_rule_that_mends_is_offered() =>
        Assert.Equal(RuleSet.OfPages.OfType<IMendText>().Select(rule => ((Rule)rule).Id).Order(StringComparer.Ordinal), RuleSet.Mending.Keys.Order(StringComparer.Ordinal));

    static int Found(string rule, string text) =>
        PageCheck.Check($"<!doctype html><html lang=\"ja\"><body><main><p>{WebUtility.HtmlEncode(text)}</p></main></body></html>", "index.html").Count(finding => finding.Rule == rule);

    static string Text(string html) => Page.Parse(html).Document.Body!.TextContent.Split('\n')[^1];
}
