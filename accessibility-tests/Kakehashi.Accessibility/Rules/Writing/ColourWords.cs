using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Nothing is told by colour alone.</summary>
/// <remarks>「赤字」is a deficit too, and「赤」a part of names: only what refers to colour on the page is caught.</remarks>
public sealed partial class ColourWords() : ProseRule("colour-words", Criteria.UseOfColour, Weight.Error, MiChecker.LikelyProblem,
    "色だけで示している説明があります。色が見えなくても分かるように、「必須」「変更」のような言葉や記号を付け、それを説明に書いてください。")
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("赤青緑黄橙紫茶灰色網");

    protected override Regex Pattern => Reference();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n赤字は必須の項目です。</p>", line: 2),
        Example.Bad("<p>変更した箇所を赤字で示しています。</p>"),
        Example.Bad("<p>色付きの欄に記入してください。</p>"),
        Example.Bad("<p>網掛けの部分は休館日です。</p>"),
        Example.Bad("<p>青い線は計画の区間です。</p>"),
        Example.Good("<p>赤字は3億円に減りました。赤字の解消を目指します。</p><p>変更した箇所は、赤字と下線で示し、「変更」と書きました。</p><p>青い海と緑の山が広がります。赤字国債、黄色の帽子をかぶった児童</p>"),
    ];

    protected override bool IsFault(Match match) => !match.Groups["also"].Success;

    [GeneratedRegex("""
        ( (赤|青|緑|黄|橙|紫|茶|灰)(色|い)?(の)?(字|文字|太字|枠|下線)
            ( (の|に?なっている|にした)(部分|項目|欄|箇所|文字|日|もの)(は|が|を|に)
            | (で|にて)(示|表|記|書|囲|強調|表示|掲載|なって)
            | は(、)?(必須|変更|修正|追加|休|重要|必ず|入力|期限|中止|新規)
            )
        | (色付き|色のつい|色の付い|色つき|色を付け|色を塗っ|網掛け|網かけ|着色|黄色い?|赤い?|青い?|緑色?|灰色)(た|し?た|の|に?なっている|になった)?
            (部分|欄|セル|箇所|項目|マス|線|区間|丸|印|帯)(は|が|に|を)
        )
        (?<also>[^。]{0,20}(「|『|記号|印を付|マーク|下線|太字|斜線|番号|文字でも|と書))?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Reference();
}
