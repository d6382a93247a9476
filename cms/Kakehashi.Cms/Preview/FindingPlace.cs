using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kakehashi.Accessibility;
using Kakehashi.Content;

namespace Kakehashi.Cms.Preview;

/// <summary>Leads from a place on a page back to the text that was typed.</summary>
static partial class FindingPlace
{
    static readonly FieldKind[] Kinds = [FieldKind.Markdown, FieldKind.LongText, FieldKind.Text, FieldKind.Picture, FieldKind.Attachments];

    /// <summary>The finding at the field and line that has its words; null where none has.</summary>
    /// <param name="earlier">Findings of the same rule with the same excerpt that came before: words that stand twice are two places.</param>
    public static PlacedFinding? Find(Finding finding, int earlier, ContentType type, JsonObject values)
    {
        foreach (var wanted in WordsOf(finding.Excerpt))
            if (PlacesOf(Bare(wanted), type, values).ToList() is { Count: > 0 } places)
            {
                // Where some have the very words, spaces included, those without are other places.
                if (places.FindAll(place => Folded(place.Own).Contains(wanted, StringComparison.Ordinal)) is { Count: > 0 } exact) places = exact;
                var (field, line, text, _) = places[Math.Min(earlier, places.Count - 1)];
                return new PlacedFinding(finding, field, line, wanted, text);
            }
        return null;
    }

    /// <summary>The finding at the field where an author would look first.</summary>
    public static PlacedFinding AtMainText(Finding finding, ContentType type) =>
        new(finding, type.Fields.FirstOrDefault(field => field.Kind == FieldKind.Markdown) ?? type.Fields[0], 0, WordsOf(finding.Excerpt).FirstOrDefault(finding.Excerpt), "");

    // What to look for, most telling first: an element's text, then what its attributes say.
    static IEnumerable<string> WordsOf(string excerpt)
    {
        var whole = excerpt.TrimEnd('…');
        if (!whole.StartsWith('<')) return [whole];
        var tag = StartTag().Match(whole);
        return Attribute().Matches(tag.Value).Select(match => match.Groups[1].Value).Prepend(whole[tag.Length..].Trim()).Where(words => Bare(words).Length > 0);
    }

    static IEnumerable<(Field Field, int Line, string Text, string Own)> PlacesOf(string wanted, ContentType type, JsonObject values) =>
        from field in type.Fields.Where(field => Kinds.Contains(field.Kind)).OrderBy(field => Array.IndexOf(Kinds, field.Kind))
        from text in TextsIn(values[field.Name])
        let lines = text.Split('\n')
        from line in LinesOf(lines, wanted)
        select field.Kind is FieldKind.Markdown or FieldKind.LongText ? (field, line + 1, Around(lines, line), lines[line]) : (field, 0, text, text);

    // From 0, one for each time that the words stand there. A row of a table is only the beginning of what its table says.
    static List<int> LinesOf(string[] lines, string wanted)
    {
        var bare = lines.Select(Bare).ToList();
        var found = bare.SelectMany((line, number) => Enumerable.Repeat(number, Occurrences(line, wanted))).ToList();
        if (found.Count > 0) return found;
        var begins = bare.FindIndex(line => line.Length > 1 && wanted.StartsWith(line, StringComparison.Ordinal));
        return begins < 0 ? [] : [begins];
    }

    static int Occurrences(string line, string wanted) => (line.Length - line.Replace(wanted, "", StringComparison.Ordinal).Length) / wanted.Length;

    // A table is one place, whichever of its rows was found.
    static string Around(string[] lines, int line)
    {
        if (!IsRow(lines[line])) return lines[line];
        var (first, last) = (line, line);
        while (first > 0 && IsRow(lines[first - 1])) first--;
        while (last < lines.Length - 1 && IsRow(lines[last + 1])) last++;
        return string.Join('\n', lines[first..(last + 1)]);
    }

    static bool IsRow(string line) => line.TrimStart().StartsWith('|');

    static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        JsonObject entries => entries.SelectMany(entry => TextsIn(entry.Value)),
        JsonArray rows => rows.SelectMany(TextsIn),
        _ => [],
    };

    static string Folded(string text) => Spaces().Replace(text, " ");

    /// <summary>The text without spaces and marks of Markdown.</summary>
    public static string Bare(string text) => Marks().Replace(text, "");

    [GeneratedRegex(@"[\s*`_|#\\>~]+")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("^<[^>]*>?")]
    private static partial Regex StartTag();

    [GeneratedRegex("(?:alt|href|src)=\"([^\"]+)\"")]
    private static partial Regex Attribute();
}
