using System.Collections.Concurrent;
using System.Text;
using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Site;
using Kakehashi.Site.Planning;
using Kakehashi.Themes;

namespace Kakehashi.Site.Publishing;

/// <summary>Judges pages as parts of a plan: by themselves, and pages of items by where their links lead too. A page that is planned counts as there, even while it is held back.</summary>
/// <remarks>Lists lead to planned pages only; forms, the home page and the frame of every page lead where the programme's settings say, which no author can mend: <see cref="SettingsLinks"/> tells of those.</remarks>
public sealed class PlannedPages
{
    readonly Dictionary<string, PageRoute> pages;
    readonly ConcurrentDictionary<string, Lazy<Task<string?>>> rendered = new(StringComparer.Ordinal);
    readonly SiteFiles site;
    readonly DateOnly today;

    public PlannedPages(SitePlan plan)
    {
        pages = plan.Routes.OfType<PageRoute>().ToDictionary(route => route.File, StringComparer.Ordinal);
        var redirects = plan.Routes.OfType<BytesRoute>().FirstOrDefault(route => route.File == "_redirects");
        site = new SiteFiles(plan.Routes.Select(route => route.File).ToHashSet(StringComparer.Ordinal), redirects is null ? "" : Encoding.UTF8.GetString(redirects.Bytes.Span), HtmlOfAsync, plan.Today, new Uri(plan.Program.Url));
        today = plan.Today;
    }

    /// <summary>All findings of one page, by line.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(string html, PageRoute page) =>
        page.Stage == Stage.Details ? await site.CheckAsync(html, page.File) : PageCheck.Check(html, page.File, today);

    /// <summary>Whether a link finds a planned file; one that leads out of the site does.</summary>
    public bool Leads(string href) => site.Leads(href);

    /// <summary>Links of one page that lead nowhere, by line.</summary>
    public async Task<IReadOnlyList<Finding>> CheckLinksAsync(string html, PageRoute page) =>
        page.Stage == Stage.Details ? await site.CheckLinksAsync(html, page.File) : [];

    Task<string?> HtmlOfAsync(string file) => rendered.GetOrAdd(file, name => new Lazy<Task<string?>>(() => RenderAsync(name))).Value;

    async Task<string?> RenderAsync(string file) => pages.TryGetValue(file, out var route) ? await PageRenderer.RenderAsync(route.Model) : null;
}
