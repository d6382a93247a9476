using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>A span of time or numbers is told in words: the wave between them is not read out.</summary>
public sealed partial class WaveDash() : ProseRule("wave-dash", null, Weight.Advice, MiChecker.NeedsJudgement,
    "「～」は読み上げられないことがあります。「午前10時から午後5時まで」のように書いてください。"), IMendText
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("～〜");

    protected override Regex Pattern => Span();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n午前10時～午後5時です。</p>", line: 2),
        Example.Bad("<p>対象は20〜39歳です。</p>"),
        Example.Good("<p>午前10時から午後5時までです。</p><p>つなぐ～地域の力～という題です。</p>"),
    ];

    // Only where it is plain what begins and what ends; a unit that stands once, at the end, belongs to both.
    public string Mend(string text) => Whole().Replace(text, match =>
    {
        var (from, to, units) = (match.Groups["from"].Value, match.Groups["to"].Value, match.Groups["unit"].Captures);
        if (!char.IsDigit(from[^1])) return $"{from}から{to}まで";
        return units.Count == 1 && char.IsDigit(to[0]) ? $"{from}{units[0].Value}から{to}まで" : match.Value;
    });

    [GeneratedRegex("(?<![0-9０-９:：/.．]|[～〜] ?)(?<from>[0-9０-９]+[時分日月年円人件回階号歳]?(?:[（(][月火水木金土日][）)])?) ?[～〜] ?(?<to>(?:午前|午後|翌日|翌)?(?:[0-9０-９]+(?<unit>[時分日月年円人件回階号歳]))+(?:[（(][月火水木金土日](?:曜日?)?[）)])?)(?:まで)?(?![0-9０-９]| ?[～〜])")]
    private static partial Regex Whole();

    [GeneratedRegex("[0-9０-９]+[時分日月年円人件回階号歳]?[（(]?[月火水木金土日]?[）)]? ?[～〜] ?[0-9０-９午平令昭翌]+")]
    private static partial Regex Span();
}
