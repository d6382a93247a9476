using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>A span of time or numbers is told in words: the wave between them is not read out.</summary>
public sealed partial class WaveDash() : ProseRule("wave-dash", null, Weight.Advice, MiChecker.NeedsJudgement,
    "「～」は読み上げられないことがあります。「午前10時から午後5時まで」のように書いてください。")
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("～〜");

    protected override Regex Pattern => Span();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n午前10時～午後5時です。</p>", line: 2),
        Example.Bad("<p>対象は20〜39歳です。</p>"),
        Example.Good("<p>午前10時から午後5時までです。</p><p>つなぐ～地域の力～という題です。</p>"),
    ];

    [GeneratedRegex("[0-9０-９]+[時分日月年円人件回階号歳]?[（(]?[月火水木金土日]?[）)]? ?[～〜] ?[0-9０-９午平令昭翌]+")]
    private static partial Regex Span();
}
