namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Neighbouring sections bear different headings.</summary>
public sealed class DuplicateHeading() : PageRule("duplicate-heading", Criteria.HeadingsAndLabels, Weight.Warning, MiChecker.LikelyProblem,
    "同じ段階に同じ言葉の見出しがあります。見出しの一覧で区別できるように、違いが分かる言葉を入れてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<h2>申込方法</h2><p>郵送です。</p>\n<h2>申込方法</h2><p>窓口です。</p>", line: 2),
        Example.Good("<h2>県北</h2><h3>日程</h3><h2>県南</h2><h3>日程</h3>"),
    ];

    // The headings seen so far of each level; a higher heading opens a new part, in which words may come again.
    public override IEnumerable<Fault> Check(Page page)
    {
        var seen = new HashSet<string>[7];
        foreach (var heading in page.Headings)
        {
            var level = heading.LocalName[1] - '0';
            Array.Clear(seen, level + 1, seen.Length - level - 1);
            if (page.NameOf(heading) is { Length: > 0 } words && !(seen[level] ??= new(StringComparer.Ordinal)).Add(words))
                yield return Fault.At(heading);
        }
    }
}
