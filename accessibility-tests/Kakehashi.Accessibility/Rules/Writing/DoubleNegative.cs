using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>One negation is enough.</summary>
public sealed partial class DoubleNegative() : ProseRule("double-negative", Criteria.ReadingLevel, Weight.Advice, MiChecker.NeedsJudgement,
    "二重の否定です。「ないわけではありません」ではなく、「できることもあります」のように肯定で書いてください。")
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("なずえ");

    protected override Regex Pattern => Twice();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n受け付けないわけではありません。</p>", line: 2),
        Example.Bad("<p>応募できないことはありません。</p>"),
        Example.Good("<p>受け付けることもあります。事前の連絡がない場合は受け付けません。</p>"),
    ];

    [GeneratedRegex("ないわけでは(ない|なく|ありません)|ないこと(は|も)(ない|なく|ありません)|なくは(ない|なく|ありません)|ないものでも(ない|ありません)|ないとは(限ら|限り|言い?切れ|言え)|ざるを得なく(は|も)ない|ずには(いられ|済ま)")]
    private static partial Regex Twice();
}
