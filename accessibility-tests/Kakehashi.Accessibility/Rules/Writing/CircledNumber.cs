using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Numbers in circles and Roman numerals in one character are read out in many ways.</summary>
public sealed partial class CircledNumber() : ProseRule("circled-number", null, Weight.Advice, MiChecker.NeedsJudgement,
    "丸付き数字かローマ数字があります。読み方が決まらないので、(1) や 1 にするか、番号付きの箇条書きを使ってください。")
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create([.. Enumerable.Range(0x2460, 40).Concat(Enumerable.Range(0x2160, 32)).Concat(Enumerable.Range(0x3251, 15)).Select(code => (char)code)]);

    protected override Regex Pattern => Row();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n①の欄に記入します。</p>", line: 2),
        Example.Bad("<p>第Ⅲ期の計画です。</p>"),
        Example.Good("<p>(1)の欄に記入します。第3期の計画です。</p>"),
    ];

    [GeneratedRegex("[\u2460-\u2487\u2160-\u217F\u3251-\u325F]")]
    private static partial Regex Row();
}
