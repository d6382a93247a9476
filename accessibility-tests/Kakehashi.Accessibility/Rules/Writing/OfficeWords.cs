using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Words of offices give way to words of everyday.</summary>
public sealed partial class OfficeWords() : ProseRule("office-words", Criteria.ReadingLevel, Weight.Advice, MiChecker.NeedsJudgement,
    "役所の言い回しがあります。「可及的速やかに」は「できるだけ早く」、「〜に係る」は「〜の」のように、やさしい言葉にしてください。")
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("係及遺鋭思勘査鑑善諸要爾疎供具但専資当付旨");

    protected override Regex Pattern => Phrase();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n可及的速やかに提出してください。</p>", line: 2),
        Example.Bad("<p>補助金の交付に係る申請です。</p>"),
        Example.Good("<p>できるだけ早く出してください。補助金を受ける申請です。関係する課と係の職員が当たります。</p>"),
    ];

    [GeneratedRegex("に係る|可及的|遺漏(の)?な|遺憾|鋭意|思料|勘案|御?査収|に鑑み|善処|諸般の|所要の|爾後|疎明|供覧|具備|但し書|に資する|当該|に付き、|その旨を?通知")]
    private static partial Regex Phrase();
}
