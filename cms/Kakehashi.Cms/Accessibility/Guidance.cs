using System.Reflection;
using System.Text.Json;

namespace Kakehashi.Cms.Accessibility;

/// <summary>確かめ方: how a person judges a criterion; data in <c>guidance.json</c>, in plain Japanese.</summary>
/// <param name="Steps">What to look at and do, in order; one to three.</param>
/// <param name="Ways">With what to do it and how: keyboard, NVDA, PC-Talker, VoiceOver; for what only eyes can judge, the screen alone.</param>
/// <param name="Fault">What makes it 不適合.</param>
/// <param name="Example">A fault as it happens on sites like this one.</param>
public sealed record Guidance(IReadOnlyList<string> Steps, IReadOnlyList<(string Tool, string How)> Ways, string Fault, string Example)
{
    static readonly Dictionary<string, Guidance> All = Read();

    /// <param name="criterion">Number, for example 1.4.3.</param>
    /// <returns>Null for criteria that people judge only where a machine found a failure.</returns>
    public static Guidance? Of(string criterion) => All.GetValueOrDefault(criterion);

    /// <summary>Numbers of the criteria that have a guidance.</summary>
    public static IEnumerable<string> Criteria => All.Keys;

    /// <summary>All of it in lines, for tables.</summary>
    public string Text => string.Join('\n', [.. Steps, .. Ways.Select(way => $"{way.Tool}：{way.How}"), $"不適合になるもの：{Fault}", $"不適合の例：{Example}"]);

    static Dictionary<string, Guidance> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("accessibility/guidance.json")!;
        var file = JsonSerializer.Deserialize<GuidanceFile>(stream, JsonSerializerOptions.Web)!;
        return file.Criteria.ToDictionary(
            pair => pair.Key, pair => new Guidance(pair.Value.Steps, [.. file.Ways[pair.Value.Way].Select(way => (way.Key, way.Value))], pair.Value.Fault, pair.Value.Example), StringComparer.Ordinal);
    }

    sealed record GuidanceFile(Dictionary<string, Dictionary<string, string>> Ways, Dictionary<string, Entry> Criteria);

    sealed record Entry(IReadOnlyList<string> Steps, string Fault, string Example, string Way);
}
