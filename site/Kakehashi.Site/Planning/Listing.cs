using System.Globalization;
using Kakehashi.Content;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning;

/// <summary>One way to divide a list: by status, field, keyword …</summary>
/// <param name="Label">What it is about: 状態, 分野, 地域.</param>
/// <param name="Path">Steps below the list's address with a trailing slash: <c>field/</c>; empty when the values stand there themselves.</param>
/// <param name="Of">Values of an item: address step and text.</param>
/// <param name="Order">All values in order where the programme fixes them; null = most frequent first, then by text.</param>
/// <param name="Always">Every value in <paramref name="Order"/> has a page, also an empty one.</param>
public sealed record Facet<T>(string Label, string Path, Func<T, IEnumerable<Choice>> Of, IReadOnlyList<Choice>? Order = null, bool Always = false);

/// <summary>A list with its facets, cut into pages of 20.</summary>
public sealed record Listing<T>(string Label, IReadOnlyList<T> Items, params IReadOnlyList<Facet<T>> Facets) where T : Item
{
    const int PageSize = 20;
    const int MostLinks = 40;

    /// <summary>Address of the feed of the whole list; null = none.</summary>
    public string? Feed { get; init; }

    static string Root => $"/{ContentType.Of<T>().Folder}/";

    /// <summary>The list itself and one list per value of each facet, every page of them.</summary>
    public IEnumerable<PageModel> Plan(PublicSite site)
    {
        var divisions = Facets.Select(Divide).ToList();
        var lead = site.Program.Lists.GetValueOrDefault(ContentType.Of<T>().Folder, "");
        foreach (var page in Pages(site, Label, lead, Root, Items, [.. divisions.Select(division => Group(division, null))]))
            yield return page;
        foreach (var division in divisions)
            foreach (var part in division.Parts)
            {
                var filters = divisions.Select(other => Group(other, other == division ? part : null)).ToList();
                foreach (var page in Pages(site, $"{part.Label}の{Label}", "", part.Address, part.Items, filters)) yield return page;
            }
    }

    /// <summary>Links to the parts of one facet, with counts.</summary>
    public FilterGroup Links(int facet) => Group(Divide(Facets[facet]), null);

    IEnumerable<ListPage> Pages(PublicSite site, string title, string lead, string address, IReadOnlyList<T> items, IReadOnlyList<FilterGroup> filters)
    {
        var pages = Math.Max(1, (items.Count + PageSize - 1) / PageSize);
        for (var number = 1; number <= pages; number++)
        {
            var pagination = new Pagination(number, pages, items.Count, address);
            var page = new ListPage
            {
                Shell = site.Shell,
                Address = pagination.AddressOf(number),
                Title = number == 1 ? title : string.Create(CultureInfo.InvariantCulture, $"{title}（{number}ページ目）"),
                Description = lead.Length > 0 && number == 1 ? lead : string.Create(CultureInfo.InvariantCulture, $"{site.Program.Name}の{title}です。全{items.Count}件のうち{number}ページ目です。"),
                Breadcrumb = [.. address == Root ? [] : new[] { new Link(Label, Root) }, .. number == 1 ? [] : new[] { new Link(title, address) }],
                Type = ContentType.Of<T>().Name,
                Lead = lead,
                Filters = filters,
                Cards = site.Cards.Of(items.Skip((number - 1) * PageSize).Take(PageSize)),
                Pagination = pagination,
                Feed = Feed,
            };
            yield return page with { StructuredData = [StructuredData.Breadcrumb(site.Program, page.Breadcrumb, page)] };
        }
    }

    static FilterGroup Group(Division division, Part? current) =>
        new(division.Label, [.. division.Parts.Where(part => part.Items.Count > 0 || part == current).Take(MostLinks)
            .Select(part => new FilterLink(part.Label, part.Address, part.Items.Count, part == current))]);

    Division Divide(Facet<T> facet)
    {
        var byValue = new Dictionary<string, (Choice Choice, List<T> Items)>(StringComparer.Ordinal);
        if (facet.Order is { } order)
            foreach (var choice in order) byValue[choice.Value] = (choice, []);
        foreach (var item in Items)
            foreach (var choice in facet.Of(item))
            {
                if (!byValue.TryGetValue(choice.Value, out var entry)) byValue[choice.Value] = entry = (choice, []);
                entry.Items.Add(item);
            }
        var parts = byValue.Values.Where(entry => entry.Items.Count > 0 || facet.Always)
            .Select(entry => new Part(entry.Choice.Label, $"{Root}{facet.Path}{entry.Choice.Value}/", entry.Items));
        return new Division(facet.Label, facet.Order is not null ? [.. parts]
            : [.. parts.OrderByDescending(part => part.Items.Count).ThenBy(part => part.Label, StringComparer.Ordinal)]);
    }

    sealed class Division(string label, IReadOnlyList<Part> parts)
    {
        public string Label { get; } = label;

        public IReadOnlyList<Part> Parts { get; } = parts;
    }

    sealed class Part(string label, string address, IReadOnlyList<T> items)
    {
        public string Label { get; } = label;

        public string Address { get; } = address;

        public IReadOnlyList<T> Items { get; } = items;
    }
}
