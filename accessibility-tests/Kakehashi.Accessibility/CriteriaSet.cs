using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kakehashi.Accessibility;

/// <summary>One edition of the standard as data: a file in <c>Criteria/</c>. A new edition is a new file.</summary>
/// <param name="Id">File name without its ending.</param>
/// <param name="Name">Japanese, for headings.</param>
/// <param name="Criteria">By number.</param>
/// <param name="Standard">Number, year and title of the standard; null where the set is none.</param>
public sealed record CriteriaSet(string Id, string Name, IReadOnlyList<SuccessCriterion> Criteria, string? Standard = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Every edition, the national standard first, then by id.</summary>
    public static IReadOnlyList<CriteriaSet> All { get; } = Read();

    /// <summary>JIS X 8341-3:2016, levels A and AA: 38 criteria.</summary>
    public static CriteriaSet Jis2016 => Of("jis-x-8341-3-2016");

    /// <summary>WCAG 2.2, levels A and AA: 55 criteria.</summary>
    public static CriteriaSet Wcag22 => Of("wcag-2.2");

    /// <exception cref="InvalidOperationException">There is no such edition.</exception>
    public static CriteriaSet Of(string id) => All.Single(set => set.Id == id);

    /// <summary>Whether it is an edition of the Japanese standard.</summary>
    public bool IsNational => Id.StartsWith("jis", StringComparison.Ordinal);

    /// <returns>Null when this edition has no criterion of that number.</returns>
    public SuccessCriterion? Find(string number) => Criteria.FirstOrDefault(criterion => criterion.Number == number);

    private static CriteriaSet[] Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith("criteria/", StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .OrderByDescending(set => set.IsNational)
            .ThenBy(set => set.Id == "beyond-aa").ThenBy(set => set.Id, StringComparer.Ordinal)];
    }

    private static CriteriaSet Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<CriteriaSet>(stream, Json)!;
    }
}
