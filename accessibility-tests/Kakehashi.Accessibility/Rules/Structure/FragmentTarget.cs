namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Links within the page, the skip link above all, land somewhere.</summary>
public sealed class FragmentTarget() : PageRule("fragment-target", Criteria.BypassBlocks, Weight.Error, MiChecker.Problem,
    "ページ内リンクの行き先がありません。リンクの # の後と同じ id を行き先に付けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>目次</p>\n<a href=\"#step\">手順</a>", line: 2),
        Example.Bad("<a href=\"#%E6%89%8B%E9%A0%86\">手順</a>"),
        Example.Good("<a href=\"#step\">手順</a><h2 id=\"step\">手順</h2><a href=\"#top\">ページの先頭へ</a><a href=\"#%E6%B5%81%E3%82%8C\">流れ</a><h2 id=\"流れ\">流れ</h2>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Links.Where(link => link.GetAttribute("href") is ['#', _, ..] href && !Lands(href[1..], page)).Select(Fault.At);

    private static bool Lands(string fragment, Page page) =>
        page.Ids.ContainsKey(fragment) || page.Ids.ContainsKey(Uri.UnescapeDataString(fragment))
            || fragment.Equals("top", StringComparison.OrdinalIgnoreCase)
            || page.Having("name").Any(anchor => anchor.LocalName == "a" && anchor.GetAttribute("name") == fragment);
}
