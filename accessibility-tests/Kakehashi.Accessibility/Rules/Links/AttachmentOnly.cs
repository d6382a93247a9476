using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Links;

/// <summary>A page says something itself, not only in a document to download.</summary>
public sealed class AttachmentOnly() : PageRule("attachment-only", Criteria.NonTextContent, Weight.Warning, MiChecker.LikelyProblem,
    "本文がほとんどなく、添付の資料だけのページです。資料の要点を本文に書いてください。")
{
    private const int ShortestBody = 40;

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>資料をご覧ください。</p>\n<p><a href=\"/a.pdf\">募集要項（PDF形式：120KB）</a></p>", line: 2),
        Example.Good("<p>デジタル技術で地域の困りごとを解決する提案を、4月1日から4月30日まで募集します。県内外の企業と大学が応募できます。</p><p><a href=\"/a.pdf\">募集要項（PDF形式：120KB）</a></p>"),
        Example.Good("<p>様式です。</p><p><a href=\"/a.pdf\">様式（PDF形式：120KB）</a></p><p><a href=\"/how/\">書き方</a></p>"),
    ];

    public override IEnumerable<Fault> Check(Page page)
    {
        if (page.Links.FirstOrDefault(IsAttachment) is not { } first || page.Elements("main") is not [var main, ..])
            return [];
        var links = page.Links.Where(main.Contains).ToList();
        return links.Contains(first) && links.All(IsAttachment) && main.QuerySelector("table, form, video, audio, iframe, img, svg, dl") is null
            && WordsOutside(main, page) < ShortestBody
            ? [Fault.At(first)]
            : [];
    }

    private static int WordsOutside(IElement main, Page page) =>
        page.Prose.Where(text => main.Contains(text) && text.ParentElement!.Closest("a, h1, h2, h3") is null).Sum(text => text.Data.Trim().Length);

    private static bool IsAttachment(IElement link) =>
        link.GetAttribute("href")!.Split('?', '#')[0] is var path
        && (path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase));
}
