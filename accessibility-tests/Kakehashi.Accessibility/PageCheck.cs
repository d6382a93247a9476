using System.Text;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility;

/// <summary>All page rules over one page.</summary>
public static class PageCheck
{
    private const int ExcerptLength = 100;

    /// <inheritdoc cref="Check(string, string, DateOnly?)"/>
    /// <param name="html">UTF-8.</param>
    /// <param name="path">Name of the page in the findings.</param>
    /// <param name="today">As <see cref="Page.Today"/>.</param>
    public static IReadOnlyList<Finding> Check(ReadOnlySpan<byte> html, string path, DateOnly? today = null) => Check(Encoding.UTF8.GetString(html), path, today);

    /// <summary>Judges one page. May be called from any number of threads.</summary>
    /// <returns>Findings by line, then by rule id; empty when nothing was found.</returns>
    public static IReadOnlyList<Finding> Check(string html, string path, DateOnly? today = null) => Check(Page.Parse(html, today), path);

    internal static List<Finding> Check(Page page, string path)
    {
        var findings = new List<Finding>();
        foreach (var rule in RuleSet.OfPages)
            foreach (var fault in rule.Check(page))
                findings.Add(new(path, page.LineOf(fault), rule.Id, rule.Weight, rule.Message, ExcerptOf(fault)));
        return findings.Count < 2 ? findings : [.. findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal)];
    }

    private static string ExcerptOf(Fault fault)
    {
        var excerpt = Words.Fold(fault.Text ?? StartTag(fault.Element) + fault.Element.TextContent);
        return excerpt.Length <= ExcerptLength ? excerpt : excerpt[..(ExcerptLength - 1)] + "…";
    }

    private static string StartTag(IElement element) =>
        $"<{element.LocalName}{string.Concat(element.Attributes.Select(attribute => $" {attribute.Name}=\"{attribute.Value}\""))}>";
}
