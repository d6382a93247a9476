using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>On a page with navigation before its content, the first link leads past it.</summary>
public sealed class SkipLink() : PageRule("skip-link", Criteria.BypassBlocks, Weight.Warning, MiChecker.LikelyProblem,
    "本文へ移動するリンクがページの先頭にありません。最初のリンクを「本文へ」にして、本文の始まりへ移動できるようにしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad(PageWith("<nav>\n<a href=\"/issues/\">課題を見る</a><a href=\"/seeds/\">シーズを探す</a></nav>"), line: 3),
        Example.Good(PageWith("<a href=\"#main\">本文へ</a><nav><a href=\"/issues/\">課題を見る</a></nav>")),
        Example.Good(PageWith("<p><a href=\"/\">見本県</a></p>")),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("nav").Any(navigation => ComesBeforeMain(navigation, page))
            && page.Links is [var first, ..] && first.GetAttribute("href") is not ['#', _, ..]
            ? [Fault.At(first)]
            : [];

    private static bool ComesBeforeMain(IElement navigation, Page page) =>
        page.Elements("main") is [var main, ..] && navigation.CompareDocumentPosition(main).HasFlag(DocumentPositions.Following);

    private static string PageWith(string header) =>
        $"<!doctype html>\n<html lang=\"ja\"><head><title>見本</title></head><body>{header}<main id=\"main\"><h1>見本</h1></main></body></html>";
}
