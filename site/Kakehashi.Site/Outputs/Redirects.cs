using System.Text;
using Kakehashi.Content;
using Kakehashi.Site.Planning;

namespace Kakehashi.Site.Outputs;

/// <summary>Former addresses: <c>_redirects</c> with lines of <c>/old/ /new/ 301</c>.</summary>
public static class Redirects
{
    /// <summary>Whole file, ordered by the old address; one that is a page again is left out.</summary>
    /// <param name="site">Public items with their former slugs.</param>
    /// <param name="taken">Addresses of pages.</param>
    public static ReadOnlyMemory<byte> Write(PublicSite site, IReadOnlySet<string> taken)
    {
        var lines = site.Items.All
            .SelectMany(item => item.Aliases.Select(alias => (From: AddressOf(item, alias), To: AddressOf(item, item.Slug))))
            .Where(redirect => !taken.Contains(redirect.From))
            .DistinctBy(redirect => redirect.From)
            .OrderBy(redirect => redirect.From, StringComparer.Ordinal)
            .Select(redirect => $"{redirect.From} {redirect.To} 301\n");
        return Encoding.UTF8.GetBytes(string.Concat(lines));
    }

    static string AddressOf(Item item, string slug) => ContentType.Of(item.GetType()).Address(slug)!;
}
