using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Site.Planning.Pages;
using Kakehashi.Site.Sources;
using Kakehashi.Themes;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning;

/// <summary>What visitors may see at an instant, and the parts that pages are put together from.</summary>
public sealed class PublicSite
{
    readonly References references;
    readonly Dictionary<string, FormPage> forms;

    public PublicSite(Snapshot snapshot, SiteClock clock)
    {
        Clock = clock;
        Program = snapshot.Program;
        Tests = snapshot.Tests;
        Evaluations = snapshot.Evaluations;
        Media = new MediaShelf(snapshot.Media);
        Items = new PublicItems(snapshot, clock);
        Cards = new Cards(Program, Items, Media, clock);
        references = new References(Items);
        Shell = new Shell(Program, Program.Notice is { } notice && IsInForce(notice) ? notice : null, Theme.Stylesheet);
        Forms = [.. FormPages.All(this)];
        forms = Forms.ToDictionary(form => form.Address, StringComparer.Ordinal);
    }

    public SiteClock Clock { get; }

    public ProgramSettings Program { get; }

    /// <summary>Accessibility tests by fiscal year; may be empty.</summary>
    public IReadOnlyList<ConformanceTest> Tests { get; }

    /// <summary>取組確認・評価表 by fiscal year; may be empty.</summary>
    public IReadOnlyList<SelfEvaluation> Evaluations { get; }

    public MediaShelf Media { get; }

    public PublicItems Items { get; }

    public Cards Cards { get; }

    /// <summary>Every form; addresses unique.</summary>
    public IReadOnlyList<FormPage> Forms { get; }

    /// <summary>The one shell of all pages.</summary>
    public Shell Shell { get; }

    /// <summary>The form of that address; null = none.</summary>
    public FormPage? FormAt(string address) => forms.GetValueOrDefault(address);

    /// <summary>Neighbours by reference of one type, at most <paramref name="limit"/>.</summary>
    public IEnumerable<T> Named<T>(Item item, int limit = 12) where T : Item => references.Of(item).OfType<T>().Take(limit);

    /// <summary>Completes the page of an item with what all such pages have.</summary>
    /// <param name="page">Page with its own parts.</param>
    /// <param name="item">Its item.</param>
    /// <param name="related">Groups in order; empty ones are left out here.</param>
    /// <param name="neighbours">Previous and next in the list's order.</param>
    /// <param name="structured">JSON-LD besides the breadcrumb.</param>
    public DetailPage Complete(DetailPage page, Item item, IEnumerable<RelatedGroup> related, (Item? Previous, Item? Next) neighbours = default, params IEnumerable<string> structured)
    {
        var type = ContentType.Of(item.GetType());
        var picture = Media.Picture(item.Image);
        IReadOnlyList<Link> breadcrumb = type.Placement == Placement.Folder ? [new Link(type.Label, $"/{type.Folder}/")] : [];
        return page with
        {
            Breadcrumb = breadcrumb,
            Contact = Items.Find<Section>(item.Section),
            PublishedOn = JapaneseTime.DateOf(item.PublishAt!.Value),
            UpdatedOn = item.UpdatedAt is { } updated ? JapaneseTime.DateOf(updated) : null,
            SharePicture = picture,
            Picture = picture,
            Downloads = Media.Downloads(item.Files),
            Related = [.. related.Where(group => group.Cards.Count > 0)],
            Previous = Neighbour(neighbours.Previous),
            Next = Neighbour(neighbours.Next),
            StructuredData = [StructuredData.Breadcrumb(Program, breadcrumb, page), .. structured],
        };
    }

    /// <summary>A labelled group of related items.</summary>
    public RelatedGroup Group(string label, IEnumerable<Item> items) => new(label, Cards.Of(items));

    Link? Neighbour(Item? item) => item is null ? null : Cards.Of(item) is var card ? new Link(card.Title, card.Href) : null;

    bool IsInForce(Notice notice) => Clock.HasPassed(notice.Since) && !(notice.Until is { } until && Clock.HasPassed(until));
}

/// <summary>Neighbours in a list.</summary>
public static class Neighbours
{
    /// <summary>Each item with the one before and the one after it.</summary>
    public static IEnumerable<(T Item, (Item? Previous, Item? Next) Neighbours)> WithNeighbours<T>(this IReadOnlyList<T> items) where T : Item
    {
        for (var i = 0; i < items.Count; i++)
            yield return (items[i], (i > 0 ? items[i - 1] : null, i + 1 < items.Count ? items[i + 1] : null));
    }
}
