using System.Globalization;
using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Browser.Tests;

/// <summary>Collects what machines can find out about a running site. What people must judge stays open.</summary>
/// <param name="site">Origin where the site runs, with a trailing slash.</param>
/// <param name="seed">With which the random pages are drawn.</param>
/// <param name="today">Day in Japan.</param>
/// <param name="tell">Told of each page that was looked at.</param>
sealed class EvidenceCollection(Chromium chromium, Uri site, string seed, DateOnly today, Action<string> tell)
{
    // What the theme is made of.
    private static readonly string[] Technologies = ["HTML", "CSS", "SVG", "WAI-ARIA"];

    private readonly SortedDictionary<string, (int Pages, int Failures)> work = new(StringComparer.Ordinal);

    public async Task<ConformanceTest> RunAsync(CancellationToken cancellation)
    {
        using var copy = await SiteCopy.TakeAsync(site, cancellation);
        var sample = Choose(copy);
        SourceFindings[] sources = [SourceFindings.OfRules(copy.Folder), await SourceFindings.OfNuAsync(copy.Folder)];
        foreach (var source in sources)
            work[source.Tool] = (copy.Pages.Count + 1, source.Failures);
        var assertions = await LookAsync(sample, sources, cancellation);
        return new(
            today.Month >= 4 ? today.Year : today.Year - 1, today, null, null, copy.Origin, copy.Pages.Count, sample,
            [.. work.Select(tool => ToolOf(tool.Key, tool.Value.Pages, tool.Value.Failures))], [], Technologies, [],
            [.. assertions, .. MachineEvidence.Of(null, [.. sources.Select(source => source.Elsewhere([.. sample.Pages]))], _ => true, today)], []);
    }

    private PageSample Choose(SiteCopy copy)
    {
        var representative = Representatives.Of(copy.Pages.Append(SiteCopy.NotFound).Select(page => (page, File.ReadAllText(copy.FileOf(page)))));
        return new(seed, representative, PageSample.Draw(copy.Pages, seed));
    }

    private async Task<List<Assertion>> LookAsync(PageSample sample, SourceFindings[] sources, CancellationToken cancellation)
    {
        var assertions = new List<Assertion>();
        var selectors = MachineEvidence.Criteria.Select(criterion => criterion.Applies).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        await using var look = await PageLook.OpenAsync(chromium);
        foreach (var page in sample.Pages)
        {
            cancellation.ThrowIfCancellationRequested();
            var (said, matching) = await look.AtAsync(new Uri(site, page).AbsoluteUri, selectors);
            foreach (var tool in said)
            {
                var (pages, failures) = work.GetValueOrDefault(tool.Tool);
                work[tool.Tool] = (pages + 1, failures + tool.Failures.DistinctBy(failure => failure.Rule).Count());
            }
            var found = MachineEvidence.Of(page, [.. sources.Select(source => source.On(page)), .. said], criterion => criterion.Applies is null || matching.Contains(criterion.Applies), today).ToList();
            assertions.AddRange(found);
            tell(string.Create(CultureInfo.InvariantCulture, $"{page}：不合格{found.Count(assertion => assertion.Outcome == Outcome.Failed)}件"));
        }
        return assertions;
    }

    // The version is the last word.
    private static Tool ToolOf(string named, int pages, int failures)
    {
        var space = named.LastIndexOf(' ');
        return new(named[..space], named[(space + 1)..], pages, failures);
    }
}
