using Kakehashi.Content.Types;

namespace Kakehashi.Site.Planning;

/// <summary>Articles about the same: nearest in time among those that share a keyword or the category.</summary>
/// <remarks>
/// Looks only at the neighbours within each keyword's list, so a new article touches the pages next to it
/// and not every page of its category.
/// </remarks>
/// <param name="articles">Newest first.</param>
public sealed class SimilarArticles(IReadOnlyList<Article> articles)
{
    const int Most = 4;
    const int Reach = 2;

    readonly Dictionary<string, List<int>> byTag = Group(articles, article => article.Tags);
    readonly Dictionary<string, List<int>> byCategory = Group(articles, article => [article.Category]);
    readonly Dictionary<Article, int> positions = articles.Select((article, i) => (article, i))
        .ToDictionary(pair => pair.article, pair => pair.i, (IEqualityComparer<Article>)ReferenceEqualityComparer.Instance);

    /// <summary>At most 4, most shared keywords first, then nearest in the list.</summary>
    public IEnumerable<Article> To(Article article)
    {
        var at = positions[article];
        var shared = new Dictionary<int, int>();
        foreach (var tag in article.Tags) Count(byTag[tag], at, shared, weight: 2);
        Count(byCategory[article.Category], at, shared, weight: 1);
        return shared.OrderByDescending(pair => pair.Value).ThenBy(pair => Math.Abs(pair.Key - at)).ThenBy(pair => pair.Key)
            .Take(Most).Select(pair => articles[pair.Key]);
    }

    static void Count(List<int> list, int at, Dictionary<int, int> shared, int weight)
    {
        var position = list.BinarySearch(at);
        for (var i = Math.Max(0, position - Reach); i <= position + Reach && i < list.Count; i++)
            if (i != position) shared[list[i]] = shared.GetValueOrDefault(list[i]) + weight;
    }

    static Dictionary<string, List<int>> Group(IReadOnlyList<Article> articles, Func<Article, IEnumerable<string>> keys)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < articles.Count; i++)
            foreach (var key in keys(articles[i]))
            {
                if (!groups.TryGetValue(key, out var list)) groups[key] = list = [];
                list.Add(i);
            }
        return groups;
    }
}
