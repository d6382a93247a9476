using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Company marks, era marks and squeezed units are written out.</summary>
public sealed partial class MachineCharacter() : ProseRule("machine-character", null, Weight.Warning, MiChecker.LikelyProblem,
    "1文字に詰めた記号があります。読み方が決まらないので、㈱は株式会社、㍻は平成、㎡は平方メートルのように書いてください。"), IMendText
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("㈱㈲㈳㈶㈹㍻㍼㍽㍾㋿㌔㌢㍍㌘㌧㌃㌶㍑㌫㍉㌍㌦㌣㌻㏍㎜㎝㎞㎎㎏㏄㎡℡№㊤㊥㊦㊧㊨㈪㈫㈬㈭㈮㈯㈰㈷㊗㊙");

    protected override Regex Pattern => Row();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n見本電機㈱が参加します。</p>", line: 2),
        Example.Bad("<p>面積は120㎡です。</p>"),
        Example.Bad("<p>㍻30年に始めました。</p>"),
        Example.Good("<p>見本電機株式会社が参加します。面積は120平方メートルです。</p>"),
    ];

    private static readonly Dictionary<char, string> Written = new()
    {
        ['㈱'] = "株式会社", ['㈲'] = "有限会社", ['㈳'] = "社団法人", ['㈶'] = "財団法人", ['㈹'] = "代表", ['㏍'] = "株式会社",
        ['㍻'] = "平成", ['㍼'] = "昭和", ['㍽'] = "大正", ['㍾'] = "明治", ['㋿'] = "令和",
        ['㌔'] = "キロ", ['㌢'] = "センチ", ['㍍'] = "メートル", ['㌘'] = "グラム", ['㌧'] = "トン", ['㌃'] = "アール", ['㌶'] = "ヘクタール", ['㍑'] = "リットル",
        ['㌫'] = "パーセント", ['㍉'] = "ミリ", ['㌍'] = "カロリー", ['㌦'] = "ドル", ['㌣'] = "セント", ['㌻'] = "ページ",
        ['㎜'] = "ミリメートル", ['㎝'] = "センチメートル", ['㎞'] = "キロメートル", ['㎎'] = "ミリグラム", ['㎏'] = "キログラム", ['㏄'] = "立方センチメートル", ['㎡'] = "平方メートル",
        ['℡'] = "電話", ['№'] = "No.", ['㊤'] = "（上）", ['㊥'] = "（中）", ['㊦'] = "（下）", ['㊧'] = "（左）", ['㊨'] = "（右）",
        ['㈪'] = "（月）", ['㈫'] = "（火）", ['㈬'] = "（水）", ['㈭'] = "（木）", ['㈮'] = "（金）", ['㈯'] = "（土）", ['㈰'] = "（日）", ['㈷'] = "（祝）", ['㊗'] = "（祝）", ['㊙'] = "（秘）",
    };

    public string Mend(string text) => Replace(text, (match, _) => string.Concat(match.Value.Select(character => Written.GetValueOrDefault(character, character.ToString()))));

    [GeneratedRegex("[0-9]*[㈱㈲㈳㈶㈹㍻㍼㍽㍾㋿㌔㌢㍍㌘㌧㌃㌶㍑㌫㍉㌍㌦㌣㌻㏍㎜㎝㎞㎎㎏㏄㎡℡№㊤㊥㊦㊧㊨㈪㈫㈬㈭㈮㈯㈰㈷㊗㊙]+[0-9]*")]
    private static partial Regex Row();
}
