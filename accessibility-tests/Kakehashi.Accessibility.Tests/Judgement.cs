using Kakehashi.Accessibility.Site;

namespace Kakehashi.Accessibility.Tests;

/// <summary>What our rules say about a piece of the corpus.</summary>
internal static class Judgement
{
    private static readonly string[] OfSites = [.. RuleSet.OfSites.Select(rule => rule.Id)];

    /// <summary>Of a site: what the rules over sites say; its pages are as short as can be.</summary>
    public static IReadOnlyList<Finding> Of(Piece piece)
    {
        if (!piece.IsSite)
            return PageCheck.Check(piece.Html, piece.Pages[0].Path, Example.Today);
        using var folder = new TemporaryFolder();
        foreach (var (path, html) in piece.Pages)
            folder.Write(path, html);
        foreach (var (path, facts) in piece.Documents)
            folder.Write(path, SamplePdf.Write(facts));
        return [.. SiteCheck.Check(folder.Path, Example.Today).Findings.Where(finding => OfSites.Contains(finding.Rule))];
    }
}

/// <summary>The rules about how Japanese is written.</summary>
internal static class WritingRules
{
    public static IReadOnlyList<PageRule> All { get; } = [.. RuleSet.OfPages.Where(rule => rule.GetType().Namespace!.EndsWith(".Writing", StringComparison.Ordinal))];
}
