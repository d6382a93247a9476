using Kakehashi.Accessibility.Site;

namespace Kakehashi.Accessibility.Documents;

/// <summary>A rule about what stands in a PDF file. In a site it is judged once, where the first page links to it.</summary>
public abstract class PdfRule(string id, SuccessCriterion? criterion, Weight weight, MiChecker @class, string message)
    : SiteRule(id, criterion, weight, @class, message)
{
    /// <summary>A file that keeps every rule.</summary>
    protected static PdfFacts Sound { get; } = new(true, "募集要項", true, "ja", true, true);

    /// <summary>Whether a file breaks the rule.</summary>
    public abstract bool IsBrokenBy(PdfFacts file);

    public sealed override IEnumerable<SiteFault> Check(BuiltSite site) =>
        (from page in site.Pages
         from reference in page.References
         where reference.IsLink && site.Follow(reference.Path) is { } file && site.DocumentAt(file) is { } facts && IsBrokenBy(facts)
         select (File: site.Follow(reference.Path), Fault: new SiteFault(page, reference.Line, reference.Href)))
        .DistinctBy(found => found.File, StringComparer.Ordinal).Select(found => found.Fault);

    /// <summary>A site of one page with a link to that file.</summary>
    protected static SiteExample Linked(PdfFacts file, bool isBad) =>
        new(isBad, [("index.html", "見本県", "<a href=\"/guide.pdf\">募集要項（PDF形式：120KB）</a>")]) { Documents = [("guide.pdf", file)] };
}
