using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>An address to write to has its postal code. Other addresses show where something is, and need none.</summary>
public sealed partial class PostalCode() : ProseRule("postal-code", null, Weight.Advice, MiChecker.NeedsJudgement,
    "郵送先の住所に郵便番号がありません。そのまま宛名に書けるように、「〒320-0000」のように書いてください。")
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("送宛先");

    protected override Regex Pattern => Address();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n郵送先：見本県見本市本町1番地 見本県庁総務課</p>", line: 2),
        Example.Bad("<dl><dt>送付先</dt><dd>見本県例示市中央2丁目3番4号</dd></dl>"),
        Example.Good("<dl><dt>送付先</dt><dd>〒320-0000 見本県例示市中央2丁目3番4号</dd><dt>会場</dt><dd>見本県見本市本町1番地</dd></dl><p>郵送先は、見本県総務課です。</p>"),
    ];

    protected override bool IsFault(Match match) => !match.Value.Contains('〒', StringComparison.Ordinal) && !Code().IsMatch(match.Value);

    protected override string Excerpt(Match match, string prose) => match.Groups["address"].Value;

    [GeneratedRegex(@"(?:郵送先|送付先|送り先|宛て?先|あて先|提出先)[^。]{0,24}?(?<address>[^\s、。：:は]{2,6}[都道府県][^\s、。]{1,8}[市区町村][^\s。]{0,12}?[0-9]+(?:番地?|丁目|[-－‐][0-9]+)[^\s。]{0,12})")]
    private static partial Regex Address();

    [GeneratedRegex("[0-9]{3}[-－‐][0-9]{4}")]
    private static partial Regex Code();
}
