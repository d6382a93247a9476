using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Times are told as people say them.</summary>
public sealed partial class TimeForm() : ProseRule("time-form", null, Weight.Advice, MiChecker.NeedsJudgement,
    "時刻が記号で書かれています。「午後1時30分」のように書くと、読み上げでも間違えません。")
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create(":：");

    protected override Regex Pattern => Time();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n13:30に始めます。</p>", line: 2),
        Example.Good("<p>午後1時30分に始めます。比は3:2です。電話：028-000-0000</p>"),
    ];

    [GeneratedRegex(@"(?<![0-9:：])([01]?[0-9]|2[0-4])[:：][0-5][0-9](?![0-9:：])")]
    private static partial Regex Time();
}
