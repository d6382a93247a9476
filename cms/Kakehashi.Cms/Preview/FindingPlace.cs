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
    public static PlacedFinding? Find(Finding finding, ContentType type, JsonObject values)
    {
        var fields = type.Fields.Where(field => Kinds.Contains(field.Kind)).OrderBy(field => Array.IndexOf(Kinds, field.Kind)).ToList();
        foreach (var wanted in WordsOf(finding.Excerpt))
            foreach (var field in fields)
                foreach (var text in TextsIn(values[field.Name]))
                    if (LineOf(text, wanted) is var line and > 0)
                        return new PlacedFinding(finding, field, field.Kind is FieldKind.Markdown or FieldKind.LongText ? line : 0, wanted);
        return null;
    }

    /// <summary>The finding at the field where an author would look first.</summary>
    public static PlacedFinding AtMainText(Finding finding, ContentType type) =>
        new(finding, type.Fields.FirstOrDefault(field => field.Kind == FieldKind.Markdown) ?? type.Fields[0], 0, WordsOf(finding.Excerpt).FirstOrDefault(finding.Excerpt));

    // What to look for, most telling first: an element's text, then what its attributes say.
    static IEnumerable<string> WordsOf(string excerpt)
    {
        var whole = excerpt.TrimEnd('…');
        if (!whole.StartsWith('<')) return [whole];
        var tag = StartTag().Match(whole);
        return Attribute().Matches(tag.Value).Select(match => match.Groups[1].Value).Prepend(whole[tag.Length..].Trim()).Where(words => Bare(words).Length > 0);
    }

    // From 1; 0 where no line has it. A row of a table is only the beginning of what its table says.
    static int LineOf(string text, string wanted)
    {
        var bare = Bare(wanted);
        var lines = text.Split('\n').Select(Bare).ToList();
        var line = lines.FindIndex(line => line.Contains(bare, StringComparison.Ordinal));
        return 1 + (line >= 0 ? line : lines.FindIndex(line => line.Length > 1 && bare.StartsWith(line, StringComparison.Ordinal)));
    }

    static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        JsonObject entries => entries.SelectMany(entry => TextsIn(entry.Value)),
        JsonArray rows => rows.SelectMany(TextsIn),
        _ => [],
    };

    static string Bare(string text) => Marks().Replace(text, "");

    [GeneratedRegex(@"[\s*`_|#\\>~]+")]
    private static partial Regex Marks();

    [GeneratedRegex("^<[^>]*>?")]
    private static partial Regex StartTag();

    [GeneratedRegex("(?:alt|href|src)=\"([^\"]+)\"")]
    private static partial Regex Attribute();
}
