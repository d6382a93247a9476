using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Site.Sources;

namespace Kakehashi.Site.Planning;

/// <summary>The items that visitors may see at an instant, in the order in which lists show them.</summary>
public sealed class PublicItems
{
    readonly Dictionary<(Type, string), Item> byName = [];

    /// <summary>Picks and orders. Every order is total: it ends with the slug.</summary>
    public PublicItems(Snapshot snapshot, SiteClock clock)
    {
        // A page from before its address became the site's own gives way.
        var items = snapshot.Items.Where(clock.IsPublic).Where(item => !ContentSet.IsReserved(ContentType.Of(item.GetType()), item.Slug)).ToList();
        // A slug in use wins over a former one.
        foreach (var item in items)
            foreach (var alias in item.Aliases) byName.TryAdd((item.GetType(), alias), item);
        foreach (var item in items) byName[(item.GetType(), item.Slug)] = item;

        Articles = InOrder<Article>(items, article => (0, Newest(article), ""));
        Issues = InOrder<Issue>(items, issue => Statuses.Stage(issue, clock) switch
        {
            IssueStage.Open => (0, issue.Deadline?.UtcTicks ?? long.MaxValue, ""),
            var stage => (1 + (int)stage, Newest(issue), ""),
        });
        Seeds = InOrder<Seed>(items, seed => (0, 0, Kana.SortKey(seed.Kana)));
        Members = InOrder<Member>(items, member => (0, 0, Kana.SortKey(member.Kana)));
        Events = InOrder<Event>(items, happening => clock.HasPassed(happening.EndsAt)
            ? (1, -happening.StartsAt.UtcTicks, "")
            : (0, happening.StartsAt.UtcTicks, ""));
        Surveys = InOrder<Survey>(items, survey => clock.HasPassed(survey.ClosesAt)
            ? (1, -survey.ClosesAt.UtcTicks, "")
            : (0, survey.ClosesAt.UtcTicks, ""));
        WorkingGroups = InOrder<WorkingGroup>(items, group => (0, -(group.StartedOn?.DayNumber ?? 0), ""));
        SupportMeasures = InOrder<SupportMeasure>(items, measure => (Statuses.Of(measure, clock)?.Status.Text switch
        {
            "受付中" => 0,
            "随時" or null => 1,
            "受付前" => 2,
            _ => 3,
        }, measure.AppliesUntil?.DayNumber ?? int.MaxValue, ""));
        Cases = InOrder<CaseStudy>(items, study => (-study.FiscalYear, Newest(study), ""));
        Specialists = InOrder<Specialist>(items, specialist => (0, 0, specialist.Number));
        Sections = InOrder<Section>(items, _ => (0, 0, ""));
        Pages = InOrder<Page>(items, page => (page.Order, 0, ""));
        All = [.. Articles, .. Issues, .. Seeds, .. Members, .. Events, .. Surveys, .. WorkingGroups, .. SupportMeasures, .. Cases, .. Specialists, .. Pages];
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>Open calls first, nearest deadline first; then by stage, newest first.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>In the order of the syllabary.</summary>
    public IReadOnlyList<Seed> Seeds { get; }

    /// <inheritdoc cref="Seeds"/>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>Coming ones, soonest first; then past ones, latest first.</summary>
    public IReadOnlyList<Event> Events { get; }

    /// <summary>Open ones first, nearest end first; then closed ones, latest first.</summary>
    public IReadOnlyList<Survey> Surveys { get; }

    /// <summary>Youngest first.</summary>
    public IReadOnlyList<WorkingGroup> WorkingGroups { get; }

    /// <summary>Open ones first, nearest end first.</summary>
    public IReadOnlyList<SupportMeasure> SupportMeasures { get; }

    /// <summary>Latest fiscal year first.</summary>
    public IReadOnlyList<CaseStudy> Cases { get; }

    /// <summary>By number.</summary>
    public IReadOnlyList<Specialist> Specialists { get; }

    /// <summary>By slug; without pages of their own.</summary>
    public IReadOnlyList<Section> Sections { get; }

    /// <summary>In the author's order.</summary>
    public IReadOnlyList<Page> Pages { get; }

    /// <summary>Every item that has a page of its own.</summary>
    public IReadOnlyList<Item> All { get; }

    /// <summary>The item of that slug, former slugs included; null when it is not public.</summary>
    public T? Find<T>(string? slug) where T : Item => slug is null ? null : (T?)byName.GetValueOrDefault((typeof(T), slug));

    static long Newest(Item item) => -item.PublishAt!.Value.UtcTicks;

    static IReadOnlyList<T> InOrder<T>(IEnumerable<Item> items, Func<T, (int, long, string)> key) where T : Item =>
    [
        .. items.OfType<T>().Select(item => (item, key: key(item)))
            .OrderBy(pair => pair.key.Item1).ThenBy(pair => pair.key.Item2)
            .ThenBy(pair => pair.key.Item3, StringComparer.Ordinal).ThenBy(pair => pair.item.Slug, StringComparer.Ordinal)
            .Select(pair => pair.item),
    ];
}
