namespace Kakehashi.Accessibility.Styles;

/// <summary>The custom properties of a sheet in every look that it offers: its own, each colour family, each scheme, and both together.</summary>
internal static class Tokens
{
    private const int DeepestReference = 8;

    /// <returns>One dictionary of values for each look; one without values for a sheet without custom properties.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Looks(StyleSheet sheet)
    {
        var definitions = sheet.Blocks.Where(block => block.Values.Keys.Any(IsToken) && !block.Condition.Contains("print", StringComparison.Ordinal)).ToList();
        var families = definitions.Select(Family).Distinct().ToList();
        var conditions = definitions.Select(block => block.Condition).Distinct().ToList();
        return [.. from condition in conditions.DefaultIfEmpty("")
                   from family in families.DefaultIfEmpty("")
                   select Overlay(definitions.Where(block => (block.Condition.Length == 0 || block.Condition == condition) && (Family(block).Length == 0 || Family(block) == family)))];
    }

    /// <returns>The value with its references replaced; null when one of them is not defined.</returns>
    public static string? Resolve(string value, IReadOnlyDictionary<string, string> look)
    {
        for (var depth = 0; depth < DeepestReference; depth++)
        {
            var start = value.IndexOf("var(", StringComparison.Ordinal);
            if (start < 0)
                return value;
            var end = value.IndexOf(')', start);
            if (end < 0 || !look.TryGetValue(value[(start + 4)..end].Split(',')[0].Trim(), out var replacement))
                return null;
            value = value[..start] + replacement + value[(end + 1)..];
        }
        return null;
    }

    private static bool IsToken(string property) => property.StartsWith("--", StringComparison.Ordinal);

    // What narrows the look down: [data-colour="green"] of html[data-colour="green"]; empty for :root.
    private static string Family(StyleBlock block) =>
        block.Selector.IndexOf('[', StringComparison.Ordinal) is var start and >= 0 ? block.Selector[start..].Split(',')[0] : "";

    private static Dictionary<string, string> Overlay(IEnumerable<StyleBlock> blocks)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (property, value) in blocks.SelectMany(block => block.Values).Where(pair => IsToken(pair.Key)))
            values[property] = value;
        return values;
    }
}
