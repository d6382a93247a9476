using System.Text.Json.Nodes;
using Kakehashi.Accessibility;
using Kakehashi.Cms.Preview;

namespace Kakehashi.Cms.Mending;

/// <summary>What a machine would do about a finding.</summary>
/// <param name="Before">The words that change, with some of those around them.</param>
/// <param name="After">What would stand there.</param>
public sealed record TextMend(string Before, string After)
{
    // Characters shown on each side of what changes.
    const int Around = 8;

    static readonly List<string> Order = [.. RuleSet.Mending.Keys];

    /// <summary>The mend of a finding at its own place; null where its rule mends nothing there.</summary>
    public static TextMend? Of(JsonObject values, PlacedFinding found) => Replace(values[found.Field.Name], found, found.Place) is var (_, before, after) ? Difference(before, after) : null;

    /// <summary>Mends findings in the values of a revision; what no finding names is left alone.</summary>
    /// <returns>How many of the findings were mended.</returns>
    public static int Apply(JsonObject values, IEnumerable<PlacedFinding> findings)
    {
        var done = 0;
        var now = new Dictionary<(string Field, string Place), string>();
        foreach (var found in findings.Where(found => RuleSet.Mending.ContainsKey(found.Finding.Rule)).OrderBy(found => Order.IndexOf(found.Finding.Rule)))
        {
            var key = (found.Field.Name, found.Place);
            if (Replace(values[found.Field.Name], found, now.GetValueOrDefault(key, found.Place)) is not var (value, _, after)) continue;
            (values[found.Field.Name], now[key]) = (value, after);
            done++;
        }
        return done;
    }

    // The value with the finding mended, and the text of it that changed. Of a file only the words that belong to it are text, never its name.
    static (JsonNode Value, string Before, string After)? Replace(JsonNode? value, PlacedFinding found, string place)
    {
        if (value is null || !RuleSet.Mending.TryGetValue(found.Finding.Rule, out var rule)) return null;
        (string Before, string After)? changed = null;
        JsonNode? Walk(JsonNode? node, string name)
        {
            switch (node)
            {
                case JsonValue one when changed is null && name is "" or "alt" or "title" && one.TryGetValue<string>(out var text) && Mended(text, found.Line, place, rule) is var mended && mended != text:
                    changed = (text, mended);
                    return JsonValue.Create(mended);
                case JsonObject entries:
                    return new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, Walk(entry.Value, entry.Key))));
                case JsonArray rows:
                    return new JsonArray([.. rows.Select(row => Walk(row, name))]);
                default:
                    return node?.DeepClone();
            }
        }
        var walked = Walk(value, "");
        return changed is var (before, after) ? (walked!, before, after) : null;
    }

    // Of a text with lines, the finding's line; another text is one place.
    static string Mended(string text, int line, string place, IMendText rule)
    {
        if (line > 0) return Prose.Mend(text, line - 1, 1, rule);
        return text == place ? Prose.Mend(text, 0, int.MaxValue, rule) : text;
    }

    static TextMend Difference(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        return new TextMend(Cut(before, start, before.Length - end), Cut(after, start, after.Length - end));
    }

    static string Cut(string text, int start, int end)
    {
        var (from, to) = (Math.Max(0, start - Around), Math.Min(text.Length, end + Around));
        from = Math.Max(from, text.LastIndexOf('\n', Math.Max(0, start - 1), Math.Max(0, start)) + 1);
        if (text.IndexOf('\n', end) is >= 0 and var lineEnd) to = Math.Min(to, lineEnd);
        if (from > 0 && char.IsLowSurrogate(text[from])) from--;
        if (to < text.Length && char.IsLowSurrogate(text[to])) to++;
        return $"{(from > 0 && text[from - 1] != '\n' ? "…" : "")}{text[from..to]}{(to < text.Length && text[to] != '\n' ? "…" : "")}";
    }
}
