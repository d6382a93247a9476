using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Kakehashi.Accessibility;
using Kakehashi.Site.Planning;
using Kakehashi.Themes;

namespace Kakehashi.Site.Publishing;

/// <summary>Brings an output folder to a plan: renders what changed, writes each file whole, removes last.</summary>
/// <remarks>One instance holds its folder until it is disposed, and remembers between runs what is published.</remarks>
public sealed class Publisher : IDisposable
{
    const string Unchecked = "-unchecked";

    // Stands for no route, so that the page is judged again in every run.
    const string Held = "held";

    readonly OutputFolder output;
    readonly PublishOptions options;
    readonly Dictionary<string, Published> published;
    readonly HashSet<string> doubtful;

    /// <summary>Opens an output folder and finds out what a run that was cut off left behind.</summary>
    /// <exception cref="OutputInUseException">Another process builds into it.</exception>
    public Publisher(string folder, PublishOptions options)
    {
        this.options = options;
        output = new OutputFolder(folder);
        published = output.ReadManifest();
        doubtful = output.ReadJournal().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Publishes a plan without problems.</summary>
    /// <param name="plan">What the site is to be.</param>
    /// <param name="since">When the work began (<see cref="Stopwatch.GetTimestamp"/>).</param>
    public async Task<BuildResult> PublishAsync(SitePlan plan, long since, CancellationToken cancellation)
    {
        if (plan.Problems.Count > 0) throw new ArgumentException("A plan with problems is not published.", nameof(plan));
        var due = plan.Routes.Where(IsDue).ToList();
        var planned = plan.Routes.Select(route => route.File).ToHashSet(StringComparer.Ordinal);
        var inDoubt = doubtful.ToHashSet(StringComparer.Ordinal);
        var gone = published.Keys.Concat(doubtful).Where(file => !planned.Contains(file)).Distinct(StringComparer.Ordinal).ToList();

        var work = new Work(new PlannedPages(plan));
        if (due.Count + gone.Count + doubtful.Count > 0)
        {
            doubtful.UnionWith(due.Select(route => route.File));
            doubtful.UnionWith(gone);
            output.WriteJournal(doubtful.Order(StringComparer.Ordinal));
            foreach (var stage in due.GroupBy(route => route.Stage).OrderBy(stage => stage.Key))
                await Parallel.ForEachAsync(stage, cancellation, async (route, token) => await WriteAsync(route, work, token));
            await FindOrphanedLinksAsync(plan, due, gone.Where(IsPage).ToList(), work, cancellation);
            // The old version of a page that is held back still needs its styles and pictures; the next run without findings removes them.
            foreach (var file in gone.Where(file => work.Findings.IsEmpty || !IsPartOfPages(file))) Remove(file);
            foreach (var (file, entry) in work.Written) published[file] = entry;
            foreach (var file in work.Findings.Select(finding => finding.Path).Where(inDoubt.Contains)) KeepWhatIsThere(file);
            output.Complete(published);
            doubtful.Clear();
        }

        var pages = plan.Routes.OfType<PageRoute>().Count();
        var held = work.Findings.Select(finding => finding.Path).Distinct(StringComparer.Ordinal).Count();
        return new BuildResult(pages, work.Rendered, pages - work.Rendered - held, gone.Count(IsPage), work.Bytes,
            (long)Stopwatch.GetElapsedTime(since).TotalMilliseconds,
            [.. work.Findings.OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line)]);
    }

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    bool IsDue(Route route) =>
        doubtful.Contains(route.File)
        || !published.TryGetValue(route.File, out var entry)
        || entry.Fingerprint != route.Fingerprint && (options.Rules || entry.Fingerprint != route.Fingerprint + Unchecked)
        || entry.Brotli.HasValue != HasSiblings(route.File);

    bool HasSiblings(string file) => options.Compression && Compression.Applies(file);

    static bool IsPartOfPages(string file) => file.StartsWith("assets/", StringComparison.Ordinal) || file.StartsWith("media/", StringComparison.Ordinal);

    static bool IsPage(string file) => file.EndsWith(".html", StringComparison.Ordinal);

    async Task WriteAsync(Route route, Work work, CancellationToken cancellation)
    {
        switch (route)
        {
            case PageRoute page:
                var html = await PageRenderer.RenderAsync(page.Model);
                if (await HasErrorsAsync(page, html, work)) break;
                WriteBytes(route, Encoding.UTF8.GetBytes(html), work);
                Interlocked.Increment(ref work.Rendered);
                break;
            case BytesRoute file:
                WriteBytes(route, file.Bytes.Span, work);
                break;
            case MediaRoute media when Compression.Applies(media.File):
                await using (var stream = await media.Media.OpenAsync(cancellation))
                {
                    var bytes = new byte[media.Media.File.Bytes];
                    await stream.ReadExactlyAsync(bytes, cancellation);
                    WriteBytes(route, bytes, work);
                }
                break;
            case MediaRoute media:
                await using (var stream = await media.Media.OpenAsync(cancellation))
                {
                    var length = await output.WriteAsync(route.File, stream, cancellation);
                    Interlocked.Add(ref work.Bytes, length);
                    work.Written[route.File] = new Published(route.Fingerprint, length);
                }
                break;
            default:
                throw new UnreachableException();
        }
    }

    // A page that shuts somebody out, or leads nowhere, is not published; the old one stays (DESIGN, step 4).
    async Task<bool> HasErrorsAsync(PageRoute page, string html, Work work)
    {
        if (!options.Rules) return false;
        var errors = (await work.Pages.CheckAsync(html, page)).Where(finding => finding.Weight == Weight.Error).ToList();
        errors.ForEach(work.Findings.Add);
        return errors.Count > 0;
    }

    // What linked to a page that is gone stays, whatever became of that page; it is reported in every run until its link is mended.
    async Task FindOrphanedLinksAsync(SitePlan plan, IReadOnlyCollection<Route> due, List<string> gone, Work work, CancellationToken cancellation)
    {
        if (!options.Rules || gone.Count == 0) return;
        var names = gone.Select(file => Path.GetFileName(Path.GetDirectoryName(file))!).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        await Parallel.ForEachAsync(plan.Routes.Except(due).OfType<PageRoute>().Where(route => route.Stage == Stage.Details && published.ContainsKey(route.File)), cancellation, async (route, token) =>
        {
            var html = await output.ReadTextAsync(route.File, token);
            if (!names.Exists(name => html.Contains(name, StringComparison.Ordinal))) return;
            foreach (var finding in await work.Pages.CheckLinksAsync(html, route)) work.Findings.Add(finding);
        });
        foreach (var file in work.Findings.Select(finding => finding.Path).Distinct(StringComparer.Ordinal).Where(published.ContainsKey))
            published[file] = published[file] with { Fingerprint = Held };
    }

    // Held back after a run that was cut off: old or new, the file is whole, but nobody knows which it is.
    void KeepWhatIsThere(string file)
    {
        if (output.LengthOf(file) is { } length)
            published[file] = new Published(Held, length, output.LengthOf(file + ".br"), output.LengthOf(file + ".gz"));
        else published.Remove(file);
    }

    void WriteBytes(Route route, ReadOnlySpan<byte> bytes, Work work)
    {
        output.Write(route.File, bytes);
        var entry = new Published(options.Rules || route is not PageRoute ? route.Fingerprint : route.Fingerprint + Unchecked, bytes.Length);
        if (HasSiblings(route.File))
        {
            var (brotli, gzip) = (Compression.Brotli(bytes), Compression.Gzip(bytes));
            output.Write(route.File + ".br", brotli);
            output.Write(route.File + ".gz", gzip);
            entry = entry with { Brotli = brotli.Length, Gzip = gzip.Length };
        }
        else RemoveSiblings(route.File);
        work.Written[route.File] = entry;
        Interlocked.Add(ref work.Bytes, entry.Length + (entry.Brotli ?? 0) + (entry.Gzip ?? 0));
    }

    void Remove(string file)
    {
        RemoveSiblings(file);
        output.Remove(file);
        published.Remove(file);
    }

    // A sibling left behind would be served in place of its file.
    void RemoveSiblings(string file)
    {
        if (!Compression.Applies(file) || !published.TryGetValue(file, out var before) && !doubtful.Contains(file)) return;
        if (before is { Brotli: null, Gzip: null } && !doubtful.Contains(file)) return;
        output.Remove(file + ".br");
        output.Remove(file + ".gz");
    }

    sealed class Work(PlannedPages pages)
    {
        public int Rendered;
        public long Bytes;

        public ConcurrentDictionary<string, Published> Written { get; } = new(StringComparer.Ordinal);

        /// <summary>What pages are judged against.</summary>
        public PlannedPages Pages { get; } = pages;

        public ConcurrentBag<Finding> Findings { get; } = [];
    }
}
