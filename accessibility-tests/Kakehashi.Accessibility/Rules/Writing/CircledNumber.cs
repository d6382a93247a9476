using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Numbers in circles and Roman numerals in one character are read out in many ways.</summary>
public sealed partial class CircledNumber() : ProseRule("circled-number", null, Weight.Advice, MiChecker.NeedsJudgement,
    "丸付き数字かローマ数字があります。読み方が決まらないので、(1) や 1 にするか、番号付きの箇条書きを使ってください。"), IMendText
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create([.. Enumerable.Range(0x2460, 40).Concat(Enumerable.Range(0x2160, 32)).Concat(Enumerable.Range(0x3251, 15)).Select(code => (char)code)]);

    protected override Regex Pattern => Row();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n①の欄に記入します。</p>", line: 2),
        Example.Bad("<p>第Ⅲ期の計画です。</p>"),
        Example.Good("<p>(1)の欄に記入します。第3期の計画です。</p>"),
    ];

    // A Roman numeral beside another, or beside a figure, may be part of a larger one.
    public string Mend(string text) => Lone().Replace(text, match => match.Value[0] switch
    {
        var roman and < '\u2180' => Roman[(roman - '\u2160') % 16],
        var circled and <= '\u2473' => Bracketed(circled - '\u2460' + 1),
        var bracketed and <= '\u2487' => Bracketed(bracketed - '\u2474' + 1),
        var large => Bracketed(large - '\u3251' + 21),
    });

    private static readonly string[] Roman = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "50", "100", "500", "1000"];

    private static string Bracketed(int number) => string.Create(CultureInfo.InvariantCulture, $"({number})");

    [GeneratedRegex("[\u2460-\u2487\u3251-\u325F]|(?<![\u2160-\u217F0-9０-９A-Za-z])[\u2160-\u217F](?![\u2160-\u217F0-9０-９A-Za-z])")]
    private static partial Regex Lone();

    [GeneratedRegex("[\u2460-\u2487\u2160-\u217F\u3251-\u325F]")]
    private static partial Regex Row();
}
