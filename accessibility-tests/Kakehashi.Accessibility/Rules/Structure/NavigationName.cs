using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Where a page has several navigations, each has a name of its own.</summary>
public sealed class NavigationName() : PageRule("navigation-name", Criteria.BypassBlocks, Weight.Warning, MiChecker.LikelyProblem,
    "nav要素が2つ以上ありますが、名前のないものか、名前の重なるものがあります。aria-label に「メインメニュー」のような違う名前を付けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad(PageWith("<nav aria-label=\"メインメニュー\"><a href=\"/a/\">課題</a></nav>\n<nav><a href=\"/b/\">規約</a></nav>"), line: 3),
        Example.Bad(PageWith("<nav aria-label=\"メニュー\"><a href=\"/a/\">課題</a></nav>\n<nav aria-label=\"メニュー\"><a href=\"/b/\">規約</a></nav>"), line: 3),
        Example.Good(PageWith("<nav aria-label=\"メインメニュー\"><a href=\"/a/\">課題</a></nav><nav aria-label=\"サイトの案内\"><a href=\"/b/\">規約</a></nav>")),
        Example.Good(PageWith("<nav><a href=\"/a/\">課題</a></nav>")),
    ];

    public override IEnumerable<Fault> Check(Page page)
    {
        if (page.Elements("nav") is not { Count: > 1 } navigations)
            yield break;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var navigation in navigations)
            if (Name(navigation, page) is not { Length: > 0 } name || !names.Add(name))
                yield return Fault.At(navigation);
    }

    private static string Name(IElement navigation, Page page) =>
        navigation.HasAttribute("aria-label") || navigation.HasAttribute("aria-labelledby") || navigation.HasAttribute("title") ? page.NameOf(navigation) : "";

    private static string PageWith(string navigations) =>
        $"<!doctype html>\n<html lang=\"ja\"><head><title>見本</title></head><body><a href=\"#main\">本文へ</a><header>{navigations}</header><main id=\"main\"><h1>見本</h1></main></body></html>";
}
