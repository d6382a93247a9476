namespace Kakehashi.Accessibility.Site;

/// <summary>What a site will consist of, before it is written: enough to judge one page of it, and where its links lead.</summary>
/// <param name="files">Paths relative to the site's root, with forward slashes.</param>
/// <param name="redirects">Contents of <c>_redirects</c>; empty for none.</param>
/// <param name="htmlOf">The page in a file, for links to a place within it; null when the file is no page. Called from any thread.</param>
/// <param name="today">As <see cref="Page.Today"/>.</param>
/// <param name="root">Public address of the site: whole addresses below it are links within the site too.</param>
public sealed class SiteFiles(IReadOnlySet<string> files, string redirects, Func<string, Task<string?>> htmlOf, DateOnly? today, Uri root)
{
    private readonly Redirects redirects = Redirects.Parse(redirects.Split('\n'));

    /// <summary>Whether a link finds a file of the site; one that leads out of it does.</summary>
    /// <param name="href">Whole, or from the root.</param>
    public bool Leads(string href) =>
        Reference.Resolve(href, root, 1, isLink: true) is not { } reference || new BuiltSite(files, [], redirects, root: root).Follow(reference.Path) is not null;

    /// <summary>Judges one page by all page rules, and by those about links within the site. Links of the frame that all pages share are left out: no page can mend them.</summary>
    /// <returns>Findings by line, then by rule id.</returns>
    public async Task<IReadOnlyList<Finding>> CheckAsync(string html, string path)
    {
        var page = Page.Parse(html, today);
        List<Finding> findings = [.. PageCheck.Check(page, path), .. await CheckLinksAsync(SitePage.Of(page, path, root))];
        return [.. findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal)];
    }

    /// <summary>The part of <see cref="CheckAsync"/> about links.</summary>
    public Task<IReadOnlyList<Finding>> CheckLinksAsync(string html, string path) => CheckLinksAsync(SitePage.Of(Page.Parse(html), path, root));

    private async Task<IReadOnlyList<Finding>> CheckLinksAsync(SitePage page)
    {
        var own = page with { References = [.. page.References.Where(reference => reference.Region == Region.Content)] };
        var site = new BuiltSite(files, [own], redirects, root: root);
        if (own.References.Any(reference => reference.IsLink && reference.Fragment.Length > 0))
            site = new BuiltSite(files, [own, .. await TargetsAsync(own, site)], redirects, root: root);
        return
        [
            .. from rule in RuleSet.OfLinks
               from fault in rule.Check(site)
               where fault.Page == own
               orderby fault.Line
               select new Finding(own.Path, fault.Line, rule.Id, rule.Weight, rule.Message, fault.Excerpt),
        ];
    }

    private async Task<List<SitePage>> TargetsAsync(SitePage own, BuiltSite site)
    {
        var targets = new List<SitePage>();
        foreach (var file in own.References.Where(reference => reference.IsLink && reference.Fragment.Length > 0).Select(reference => site.Follow(reference.Path)).Distinct(StringComparer.Ordinal))
            if (file is { Length: > 0 } && file != own.Path && await htmlOf(file) is { } html)
                targets.Add(SitePage.Of(Page.Parse(html), file, root));
        return targets;
    }
}
