using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Letters and figures are half-width: searched, copied and read out as one word.</summary>
public sealed partial class FullWidthLetter() : ProseRule("full-width-letter", null, Weight.Warning, MiChecker.NeedsJudgement,
    "全角の英数字が続いています。検索や読み上げのために、半角にしてください（２０２６年 → 2026年）。"), IMendText
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create([.. Enumerable.Range(0xFF10, 10).Concat(Enumerable.Range(0xFF21, 26)).Concat(Enumerable.Range(0xFF41, 26)).Select(code => (char)code)]);

    protected override Regex Pattern => Row();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n２０２６年に始めます。</p>", line: 2),
        Example.Bad("<p>ＤＸを進めます。</p>"),
        Example.Bad("<p>８％です。</p>"),
        Example.Good("<p>2026年にDXを進めます。１つ選びます。</p><p>入力例：<kbd>ＡＢＣ</kbd></p>"),
    ];

    // Decimals and percent go with their figures.
    public string Mend(string text) => Number().Replace(text, match => string.Concat(match.Value.Select(character => (char)(character - 0xFEE0))));

    [GeneratedRegex("[Ａ-Ｚａ-ｚ０-９]{2,}(?:(?<=[０-９])(?:．[０-９]+)?[％]?)?|[０-９](?:．[０-９]+％?|[％．])")]
    private static partial Regex Number();

    [GeneratedRegex("[Ａ-Ｚａ-ｚ０-９]{2,}|[０-９][％．]")]
    private static partial Regex Row();
}
