using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>A telephone number has its area code.</summary>
public sealed partial class TelephoneNumber() : ProseRule("telephone-number", null, Weight.Warning, MiChecker.LikelyProblem,
    "電話番号に市外局番がありません。県外からもかけられるように、市外局番から書いてください。")
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("電TＴ℡ファF直");

    protected override Regex Pattern => Local();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n電話：623-0000</p>", line: 2),
        Example.Bad("<p>ファクス 62-0000</p>"),
        Example.Good("<p>電話：028-623-0000、内線 2345、ファクス：028-623-0001、フリーダイヤル 0120-000-000</p><p>電話は3-5回鳴らします。</p>"),
    ];

    [GeneratedRegex("(電話|電話番号|TEL|Tel|ＴＥＬ|℡|直通|ファクス|ファックス|FAX|Fax)[ 　:：（(]{0,3}(?<![0-9-])[1-9][0-9]{1,3}[-‐－ー][0-9]{4}(?![0-9-])")]
    private static partial Regex Local();
}
