using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>One sentence counts hours in one way: to twelve, or to twenty-four.</summary>
public sealed partial class MixedHours() : ProseRule("mixed-hours", null, Weight.Advice, MiChecker.NeedsJudgement,
    "「午後5時」のような時刻と「17時」のような時刻が混じっています。「午前10時から午後5時まで」のように、どちらかにそろえてください。")
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("午");

    protected override Regex Pattern => Mixture();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n午前10時から17時まで受け付けます。</p>", line: 2),
        Example.Bad("<p>13時に集まり、午後3時に終わります。</p>"),
        Example.Good("<p>午前10時から午後5時まで受け付けます。電子申請は24時間使えます。</p><p>10時から17時までです。</p><p>午後13時間勤務の後は休みます。</p>"),
    ];

    [GeneratedRegex("午[前後][0-9]{1,2}時(?!間)[^。\n]{0,20}?(?<![0-9午前後])(?:1[3-9]|2[0-3])時(?!間)|(?<![0-9午前後])(?:1[3-9]|2[0-3])時(?!間)[^。\n]{0,20}?午[前後][0-9]{1,2}時(?!間)")]
    private static partial Regex Mixture();
}
