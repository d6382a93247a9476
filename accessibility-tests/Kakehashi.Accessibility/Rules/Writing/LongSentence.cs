namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Sentences are short.</summary>
public sealed class LongSentence() : PageRule("long-sentence", Criteria.ReadingLevel, Weight.Advice, MiChecker.NeedsJudgement,
    "一文が長すぎます（80字まで）。文を分けるか、箇条書きにしてください。")
{
    private const int Longest = 80;

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p>県や市や町が抱えている困りごとと、企業や大学や研究機関がもっているデジタル技術とを結びつけ、地域の方々の暮らしをよりよくするために、提案を広く募集し、選んだ提案を現場で試して効果を確かめたうえで、県の全体に広げていきます。</p>", line: 2),
        Example.Good("<p>県や市や町の困りごとと、企業や大学の技術を結びつけます。提案を広く募集し、現場で試します。</p>"),
    ];

    // A sentence that runs through links and stresses is one all the same.
    public override IEnumerable<Fault> Check(Page page)
    {
        foreach (var paragraph in page.Elements("p"))
            if (paragraph.TextContent is { Length: > Longest } text && Longer(text) is { } sentence)
                yield return new(paragraph, sentence);
    }

    private static string? Longer(string text) => text.Split('。', '！', '？', '\n').Select(sentence => sentence.Trim()).FirstOrDefault(sentence => sentence.Length > Longest);
}
