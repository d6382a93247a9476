using Kakehashi.Accessibility.Documents;

namespace Kakehashi.Accessibility.Site;

/// <summary>A rule that only the pages of a site together can keep or break.</summary>
public abstract class SiteRule(string id, SuccessCriterion? criterion, Weight weight, MiChecker @class, string message)
    : Rule(id, criterion, weight, @class, message)
{
    /// <summary>Sites that break the rule and sites that do not; test and documentation at once.</summary>
    public abstract IReadOnlyList<SiteExample> Examples { get; }

    public abstract IEnumerable<SiteFault> Check(BuiltSite site);
}

/// <summary>A place in a site where a rule is broken.</summary>
/// <param name="Line">1 or more.</param>
public readonly record struct SiteFault(SitePage Page, int Line, string Excerpt);

/// <summary>A small site that shows a rule broken or kept.</summary>
/// <param name="Pages">Path, title, and what stands in <c>main</c> below the h1, or in <c>body</c> where it brings its own <c>main</c>.</param>
public sealed record SiteExample(bool IsBad, IReadOnlyList<(string Path, string Title, string Html)> Pages)
{
    /// <summary>PDF files of the site; may be empty.</summary>
    public IReadOnlyList<(string Path, PdfFacts Facts)> Documents { get; init; } = [];

    public static SiteExample Bad(params (string Path, string Title, string Html)[] pages) => new(true, pages);

    public static SiteExample Good(params (string Path, string Title, string Html)[] pages) => new(false, pages);

    /// <summary>The whole page.</summary>
    public static string PageOf(string title, string html) =>
        $"<!doctype html>\n<html lang=\"ja\"><head><title>{title}</title></head><body>{(html.Contains("<main", StringComparison.Ordinal) ? html : $"<main><h1>{title}</h1>{html}</main>")}</body></html>";
}
