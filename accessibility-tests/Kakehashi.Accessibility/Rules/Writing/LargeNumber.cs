using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Large amounts are grouped, or told with 万 and 億.</summary>
public sealed partial class LargeNumber() : ProseRule("large-number", null, Weight.Advice, MiChecker.NeedsJudgement,
    "桁の多い数です。「120万円」か「1,200,000円」のように区切ってください。"), IMendText
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("円人件世平台部");

    protected override Regex Pattern => Amount();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n補助の上限は1200000円です。</p>", line: 2),
        Example.Good("<p>補助の上限は120万円です。1,200,000円です。3000円です。</p>"),
    ];

    public string Mend(string text) => Replace(text, (match, _) => Thousand().Replace(match.Value, ","));

    [GeneratedRegex("(?<=[0-9])(?=(?:[0-9]{3})+[^0-9])")]
    private static partial Regex Thousand();

    [GeneratedRegex("(?<![0-9,.-])[0-9]{5,}(円|人|件|世帯|平方|台|部)")]
    private static partial Regex Amount();
}
