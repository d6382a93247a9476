namespace Kakehashi.Accessibility.Rules.Links;

/// <summary>On one page, one name leads to one place.</summary>
public sealed class SameWords() : PageRule("same-words", Criteria.LinkPurpose, Weight.Warning, MiChecker.LikelyProblem,
    "同じ言葉のリンクが、違うページへ移動します。リンクだけを聞いても区別できるように、違う言葉にしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p><a href=\"/events/1/\">日程と会場</a></p>\n<p><a href=\"/events/2/\">日程と会場</a></p>", line: 2),
        Example.Good("<p><a href=\"/events/1/\">第1回の日程</a></p><p><a href=\"/events/2/\">第2回の日程</a></p><p><a href=\"/events/1/#map\">第1回の日程</a></p>"),
    ];

    public override IEnumerable<Fault> Check(Page page)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in page.Elements("main") is [var main, ..] ? page.Links.Where(main.Contains) : page.Links)
            if (link.GetAttribute("href") is [not '#', ..] href && page.NameOf(link) is { Length: > 0 } words && !targets.TryAdd(words, Place(href)) && targets[words] != Place(href))
                yield return Fault.At(link);
    }

    private static string Place(string href) => href.Split('#')[0];
}
