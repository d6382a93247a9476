using Kakehashi.Content;
using Kakehashi.Content.Types;

namespace Kakehashi.Site.Planning;

/// <summary>Who names whom, read in both directions.</summary>
public sealed class References
{
    readonly Dictionary<Item, List<Item>> neighbours = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads every reference between public items; one to an item that is not public is left out.</summary>
    public References(PublicItems items)
    {
        foreach (var item in items.All)
            foreach (var target in Named(item, items).OfType<Item>())
            {
                Add(item, target);
                Add(target, item);
            }
    }

    /// <summary>Items that the item names or that name it, each once; within a type those it names first, in the author's order.</summary>
    public IReadOnlyList<Item> Of(Item item) => neighbours.TryGetValue(item, out var found) ? found : [];

    void Add(Item from, Item to)
    {
        if (!neighbours.TryGetValue(from, out var list)) neighbours[from] = list = [];
        if (!list.Exists(other => ReferenceEquals(other, to))) list.Add(to);
    }

    static IEnumerable<Item?> Named(Item item, PublicItems items) => item switch
    {
        Article article => [.. Each<Issue>(article.Issues, items), .. Each<Seed>(article.Seeds, items), .. Each<Event>(article.Events, items)],
        Issue issue => Each<Seed>(issue.Seeds, items),
        Seed seed => [items.Find<Member>(seed.Member)],
        Event happening => Each<Issue>(happening.Issues, items),
        Survey survey => [items.Find<Event>(survey.Event)],
        WorkingGroup group => [.. Each<Member>(group.Members, items), .. Each<Issue>(group.Issues, items)],
        CaseStudy study => [items.Find<Issue>(study.Issue), .. Each<Seed>(study.Seeds, items), .. Each<Member>(study.Members, items)],
        _ => [],
    };

    static IEnumerable<Item?> Each<T>(IReadOnlyList<string> slugs, PublicItems items) where T : Item => slugs.Select(items.Find<T>);
}
