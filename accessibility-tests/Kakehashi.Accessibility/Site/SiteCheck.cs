using System.Collections.Concurrent;
using Kakehashi.Accessibility.Documents;
using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility.Site;

/// <summary>What was found in a built site.</summary>
/// <param name="Pages">Number of HTML files judged.</param>
/// <param name="Findings">By path (ordinal), line, rule id.</param>
public sealed record SiteReport(int Pages, IReadOnlyList<Finding> Findings);

/// <summary>All rules over the files of a built site, whoever built it.</summary>
public static class SiteCheck
{
    /// <param name="directory">Root of the site: its <c>index.html</c> is the home page; files are UTF-8.</param>
    /// <param name="today">As <see cref="Page.Today"/>.</param>
    /// <remarks>Whole addresses count as links within the site where the home page's canonical address tells which site it is.</remarks>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public static SiteReport Check(string directory, DateOnly? today, CancellationToken cancellation = default)
    {
        var files = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(directory, file).Replace('\\', '/'))
            .ToHashSet(StringComparer.Ordinal);
        var root = files.Contains("index.html") ? RootOf(Page.Parse(File.ReadAllText(Path.Join(directory, "index.html")))) : Reference.Root;
        var findings = new ConcurrentBag<Finding>();
        var pages = new ConcurrentBag<SitePage>();
        Parallel.ForEach(files.Where(IsPage), new ParallelOptions { CancellationToken = cancellation }, path =>
        {
            var page = Page.Parse(File.ReadAllText(Path.Join(directory, path)), today);
            foreach (var finding in PageCheck.Check(page, path))
                findings.Add(finding);
            pages.Add(SitePage.Of(page, path, root));
        });
        foreach (var path in files.Where(path => path.EndsWith(".css", StringComparison.OrdinalIgnoreCase)))
            foreach (var finding in CheckSheet(StyleSheet.Parse(File.ReadAllText(Path.Join(directory, path))), path))
                findings.Add(finding);
        var documents = new ConcurrentDictionary<string, PdfFacts>(StringComparer.Ordinal);
        Parallel.ForEach(files.Where(path => path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)), new ParallelOptions { CancellationToken = cancellation }, path =>
            documents[path] = ReadDocument(new FileInfo(Path.Join(directory, path))));
        var site = new BuiltSite(files, pages, Redirects.Read(Path.Join(directory, "_redirects")), documents, root);
        return new(pages.Count, [.. findings.Concat(CheckWhole(site))
            .OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal).ThenBy(finding => finding.Excerpt, StringComparer.Ordinal)]);
    }

    private static Uri RootOf(Page home) =>
        home.Elements("link").FirstOrDefault(link => link.GetAttribute("rel") == "canonical")?.GetAttribute("href") is { } href
        && Uri.TryCreate(href, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", AbsolutePath: "/" } ? new Uri(address, "/") : Reference.Root;

    private static bool IsPage(string path) => path.EndsWith(".html", StringComparison.OrdinalIgnoreCase);

    private static PdfFacts ReadDocument(FileInfo file) =>
        file.Length > PdfFacts.MaxBytes ? PdfFacts.Unreadable : PdfFacts.Read(File.ReadAllBytes(file.FullName));

    private static IEnumerable<Finding> CheckSheet(StyleSheet sheet, string path) =>
        from rule in RuleSet.OfStyles
        from block in rule.Check(sheet)
        select new Finding(path, block.Line, rule.Id, rule.Weight, rule.Message, $"{block.Condition} {block.Selector}".Trim());

    private static IEnumerable<Finding> CheckWhole(BuiltSite site) =>
        from rule in RuleSet.OfSites
        from fault in rule.Check(site)
        select new Finding(fault.Page.Path, fault.Line, rule.Id, rule.Weight, rule.Message, fault.Excerpt);
}
