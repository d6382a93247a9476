using System.Reflection;
using System.Text.Json;

namespace Kakehashi.Cms.Accessibility;

/// <summary>確かめ方: how a person judges a criterion, step by step; data in <c>guidance.json</c>.</summary>
public static class Guidance
{
    static readonly Dictionary<string, string[]> Steps = Read();

    /// <summary>At most three Japanese steps.</summary>
    /// <param name="criterion">Number, for example 1.4.3.</param>
    /// <returns>Empty for criteria that people judge only where a machine found a failure.</returns>
    public static IReadOnlyList<string> Of(string criterion) => Steps.GetValueOrDefault(criterion, []);

    /// <summary>Numbers of the criteria that have a guidance.</summary>
    public static IEnumerable<string> Criteria => Steps.Keys;

    static Dictionary<string, string[]> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("accessibility/guidance.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!;
    }
}
