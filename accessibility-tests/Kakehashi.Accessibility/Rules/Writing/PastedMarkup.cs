namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>What was pasted from a word processor leaves its dress behind.</summary>
public sealed class PastedMarkup() : PageRule("pasted-markup", null, Weight.Warning, MiChecker.LikelyProblem,
    "ワープロや表計算から貼り付けた書式が残っています。文字だけを貼り付け直し、見出しや箇条書きを付けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p class=\"MsoNormal\">本文です。</p>", line: 2),
        Example.Bad("<p style=\"mso-pagination: none\">本文です。</p>"),
        Example.Good("<p class=\"note\">本文です。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        !page.Source.Contains("mso", StringComparison.OrdinalIgnoreCase) && page.Elements("o:p").Count == 0 ? [] : page.Having("class").Where(element => element.GetAttribute("class")!.StartsWith("Mso", StringComparison.Ordinal))
            .Concat(page.Having("style").Where(element => element.GetAttribute("style")!.Contains("mso-", StringComparison.OrdinalIgnoreCase)))
            .Concat(page.Elements("o:p")).Distinct().Select(Fault.At);
}
