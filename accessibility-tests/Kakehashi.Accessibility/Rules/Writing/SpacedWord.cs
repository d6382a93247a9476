using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Words are not stretched by spaces:「日時」, not「日　時」, which is read out as two words and found by no search.</summary>
/// <remarks>
/// Two single characters apart may be somebody's name (森　薫), so of those only everyday words of notices are caught.
/// Three or more are, unless they count something off (月 火 水, 春 夏 秋 冬, あ か さ).
/// </remarks>
public sealed partial class SpacedWord() : ProseRule("spaced-word", Criteria.MeaningfulSequence, Weight.Error, MiChecker.Problem,
    "単語の途中に空白があります。読み上げや検索で別の言葉になるので、空白を消してください。幅をそろえるにはスタイルを使います。"), IMendText
{
    private const string Counted = "月火水木金土日祝春夏秋冬東西南北上中下左右前後大小一二三四五六七八九十甲乙丙丁有無可否優良不あかさたなはまやらわいうえおろにほへとちりぬるをアカサタナハマヤラワ";

    protected override SearchValues<char> Signs { get; } = SearchValues.Create(" \u00A0\u3000");

    protected override Regex Pattern => Row();

    private static readonly HashSet<string> Stretched = new(StringComparer.Ordinal)
    {
        "日時", "場所", "会場", "氏名", "住所", "電話", "期間", "期日", "期限", "対象", "内容", "備考", "件名", "主催", "共催", "後援", "協力", "定員", "費用", "料金",
        "締切", "目的", "概要", "方法", "講師", "資料", "名称", "部署", "所属", "役職", "職名", "題名", "日程", "時間", "年齢", "性別", "区分", "種類", "項目", "金額", "目次", "会長", "知事", "課長", "部長", "次第",
    };

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<dl>\n<dt>日　時</dt><dd>4月1日</dd></dl>", line: 2),
        Example.Bad("<p>会 場：県庁</p>"),
        Example.Bad("<p>前文です。\n実　施　日</p>", line: 2),
        Example.Bad("<p>お　知　ら　せ</p>"),
        Example.Good("<p>山田　太郎</p><p>森　薫</p><p>林 さくら 様</p><p>毎日 時間を決めて</p><p>曜日：月　火　水　木</p><p>あ か さ た な</p><p>い ろ は</p>"),
        Example.Good("<p>栃木県 宇都宮市 本町</p><pre>日　時</pre><p>第1回　日程　会場</p><p>1日 時間外</p>"),
    ];

    protected override bool IsFault(Match match) => IsStretched(match.ValueSpan);

    // Where the gaps differ, a wider one may part two words.
    public string Mend(string text) => Replace(text, (match, _) =>
        Gap().Matches(match.Value).Select(gap => gap.Value).Distinct(StringComparer.Ordinal).Count() == 1 ? Gap().Replace(match.Value, "") : match.Value);

    private static bool IsStretched(ReadOnlySpan<char> row)
    {
        var word = string.Concat(row.ToString().Where(character => !char.IsWhiteSpace(character)));
        return word.Length == 2 ? Stretched.Contains(word) : !word.All(character => Counted.Contains(character, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"[ \u00A0\u3000]+")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?<![\p{L}\p{N}々])[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}](?:[ \u00A0\u3000]+[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}]){1,}(?![\p{L}\p{N}々ー])")]
    private static partial Regex Row();
}
