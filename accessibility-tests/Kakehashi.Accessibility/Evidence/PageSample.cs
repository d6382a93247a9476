using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Kakehashi.Accessibility.Evidence;

/// <summary>The pages tested one by one: representative ones and drawn ones (JIS X 8341-3:2016 JB.1.2 d).</summary>
/// <param name="Seed">With which the pages were drawn; published, so that anybody can draw them again.</param>
/// <param name="Representative">Chosen, each for a reason; in the order to show them.</param>
/// <param name="Random">Root-relative addresses that were drawn, ordinal.</param>
/// <param name="Processes">Pages that are tested as a whole; null = none.</param>
public sealed record PageSample(string Seed, IReadOnlyList<RepresentativePage> Representative, IReadOnlyList<string> Random, IReadOnlyList<PageProcess>? Processes = null)
{
    /// <summary>How many pages to draw beside the representative ones.</summary>
    public const int RandomCount = 25;

    /// <summary>Every page of the sample once: the representative ones, then steps of processes, then the drawn ones.</summary>
    [JsonIgnore]
    public IEnumerable<string> Pages => Representative.Select(page => page.Page).Concat(Steps.Select(step => step.Step.Page)).Concat(Random).Distinct(StringComparer.Ordinal);

    /// <summary>Every step with its process and its number from 1.</summary>
    [JsonIgnore]
    public IEnumerable<(PageProcess Process, int Number, ProcessStep Step)> Steps =>
        from process in Processes ?? []
        from step in process.Steps.Select((step, index) => (Number: index + 1, Step: step))
        select (process, step.Number, step.Step);

    /// <summary>Where a page of the sample, or the process that it is a step of, is opened.</summary>
    /// <returns>Root-relative address without a fragment.</returns>
    public static string AddressOf(string page) => page.Split('#')[0];

    /// <summary>Draws pages: those whose address has the smallest SHA-256 together with the seed. The order of the list does not matter.</summary>
    /// <param name="pages">Root-relative addresses of the whole site.</param>
    /// <param name="seed">Written before the address.</param>
    /// <param name="count">How many; fewer when there are not as many.</param>
    /// <returns>Ordinal.</returns>
    public static IReadOnlyList<string> Draw(IEnumerable<string> pages, string seed, int count = RandomCount) =>
    [
        .. pages.Distinct(StringComparer.Ordinal)
            .OrderBy(page => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed + page))), StringComparer.Ordinal)
            .Take(count).Order(StringComparer.Ordinal),
    ];
}

/// <summary>A page chosen for the sample.</summary>
/// <param name="Page">Root-relative address.</param>
/// <param name="Reason">Japanese: what it stands for.</param>
public sealed record RepresentativePage(string Page, string Reason);
