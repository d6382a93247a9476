using System.Globalization;
using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Browser.Tests;

/// <summary>Collects what machines can find out about a running site. What people must judge stays open.</summary>
/// <param name="site">Origin where the site runs, with a trailing slash.</param>
/// <param name="seed">With which the random pages are drawn.</param>
/// <param name="today">Day in Japan.</param>
/// <param name="send">Whether forms are sent to their end; what arrives then are real submissions.</param>
/// <param name="tell">Told of each page that was looked at.</param>
sealed class EvidenceCollection(Chromium chromium, Uri site, string seed, DateOnly today, bool send, Action<string> tell)
{
    private static readonly Comparer<string> StepOrder = Comparer<string>.Create((a, b) =>
        string.CompareOrdinal(PageSample.AddressOf(a), PageSample.AddressOf(b)) is not 0 and var form ? form : FormWalk.RankOf(a).CompareTo(FormWalk.RankOf(b)));

    // What the theme is made of.
    private static readonly string[] Technologies = ["HTML", "CSS", "SVG", "WAI-ARIA"];

    private readonly SortedDictionary<string, (int Pages, int Failures)> work = new(StringComparer.Ordinal);

    public async Task<ConformanceTest> RunAsync(CancellationToken cancellation)
    {
        using var copy = await SiteCopy.TakeAsync(site, cancellation);
        var chosen = Choose(copy);
        var answers = await WalkAsync(Representatives.FormsOf(copy.Pages, chosen.Pages), cancellation);
        var sample = chosen with { Processes = ProcessesOf(copy, answers) };
        SourceFindings[] sources = [SourceFindings.OfRules(copy.Folder), await SourceFindings.OfNuAsync(copy.Folder, SiteCopy.AddressOf), .. await OfAnswersAsync(answers)];
        foreach (var tool in sources.GroupBy(source => source.Tool, StringComparer.Ordinal))
            work[tool.Key] = (copy.Pages.Count + 1 + answers.Count, tool.Sum(source => source.Failures));
        var assertions = await LookAsync(sample, sources, answers, cancellation);
        return new(
            today.Month >= 4 ? today.Year : today.Year - 1, today, null, null, copy.Origin, copy.Pages.Count, sample,
            [.. work.Select(tool => ToolOf(tool.Key, tool.Value.Pages, tool.Value.Failures))], [], Technologies, [],
            [.. assertions, .. MachineEvidence.Of(null, [.. sources.Select(source => source.OfSite([.. sample.Pages]))], _ => true, today)], []);
    }

    private PageSample Choose(SiteCopy copy) =>
        new(seed, Representatives.Of(copy.Pages.Append(SiteCopy.NotFound).Select(page => (page, File.ReadAllText(copy.FileOf(page))))), PageSample.Draw(copy.Pages, seed));

    private static List<PageProcess>? ProcessesOf(SiteCopy copy, SortedDictionary<string, FormAnswer> answers) =>
        answers.Count == 0 ? null :
        [
            .. answers.Values.GroupBy(answer => PageSample.AddressOf(answer.Step.Page))
                .Select(form => new PageProcess(Representatives.HeadingOf(File.ReadAllText(copy.FileOf(form.Key))), [new(form.Key, "入力の画面", "この画面から始めます。"), .. form.Select(answer => answer.Step)])),
        ];

    // By the page that they are in the sample, the steps of a form in their order.
    private async Task<SortedDictionary<string, FormAnswer>> WalkAsync(IEnumerable<string> forms, CancellationToken cancellation)
    {
        var answers = new SortedDictionary<string, FormAnswer>(StepOrder);
        foreach (var form in forms)
        {
            cancellation.ThrowIfCancellationRequested();
            await using var visit = await chromium.VisitAsync(Screen.Desktop);
            var steps = await new FormWalk(await visit.NewPageAsync(), send).WalkAsync(new Uri(site, form).AbsoluteUri, form);
            tell(steps.Count > 0 ? $"{form}：{string.Join("、", steps.Select(step => step.Step.Label))}" : $"{form}：送った後の画面はありません");
            foreach (var step in steps)
                answers[step.Step.Page] = step;
        }
        return answers;
    }

    private static async Task<SourceFindings[]> OfAnswersAsync(SortedDictionary<string, FormAnswer> answers)
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-steps-").FullName;
        try
        {
            var pages = answers.Keys.Select((page, i) => (File: $"step-{i}.html", Page: page)).ToDictionary(row => row.File, row => row.Page, StringComparer.Ordinal);
            foreach (var (file, page) in pages)
                await File.WriteAllBytesAsync(Path.Join(folder, file), answers[page].Html);
            return pages.Count == 0 ? [] : [SourceFindings.OfPages(folder, file => pages[file]), await SourceFindings.OfNuAsync(folder, file => pages[file])];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<List<Assertion>> LookAsync(PageSample sample, SourceFindings[] sources, SortedDictionary<string, FormAnswer> answers, CancellationToken cancellation)
    {
        var assertions = new List<Assertion>();
        var selectors = MachineEvidence.Criteria.Select(criterion => criterion.Applies).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        await using var look = await PageLook.OpenAsync(chromium);
        foreach (var page in sample.Pages)
        {
            cancellation.ThrowIfCancellationRequested();
            var (said, matching) = await look.AtAsync(new Uri(site, page), answers.GetValueOrDefault(page), selectors);
            foreach (var tool in said)
            {
                var (pages, failures) = work.GetValueOrDefault(tool.Tool);
                work[tool.Tool] = (pages + 1, failures + tool.Failures.DistinctBy(failure => failure.Rule).Count());
            }
            var ofPage = sources.GroupBy(source => source.Tool, StringComparer.Ordinal).Select(tool => tool.First().On(page) with { Failures = [.. tool.SelectMany(source => source.On(page).Failures)] });
            var found = MachineEvidence.Of(page, [.. ofPage, .. said], criterion => criterion.Applies is null || matching.Contains(criterion.Applies), today).ToList();
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
