using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Nothing is told by place, shape or size alone.</summary>
public sealed partial class SensoryWords() : ProseRule("sensory-words", Criteria.SensoryCharacteristics, Weight.Warning, MiChecker.LikelyProblem,
    "位置や形だけで示している説明があります。画面が見えなくても分かるように、「申込方法の表」「「送信する」ボタン」のように名前で示してください。")
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("右左上下丸角大小横");

    protected override Regex Pattern => Reference();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n右のボタンを押してください。</p>", line: 2),
        Example.Bad("<p>手順は下の図のとおりです。</p>"),
        Example.Bad("<p>丸いボタンを押してください。</p>"),
        Example.Good("<p>次の表のとおりです。下記の窓口にお越しください。</p><p>道路の右側に看板の図案を描きます。右の「送信する」ボタンを押します。</p>"),
    ];

    [GeneratedRegex("(右|左|上|下|右上|右下|左上|左下|真下|横)(の|側の|に?あ?る?)(表|図|写真|ボタン|バナー|リンク|メニュー|地図|枠|欄|アイコン|画像|イラスト|フォーム)(を|の|に|は|が|か|で)|(丸い|四角い|三角の|大きい|小さい|円い)(ボタン|アイコン|マーク|印|枠)(を|は|が|に)")]
    private static partial Regex Reference();
}
