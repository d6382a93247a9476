using System.Text.Json.Nodes;

namespace Kakehashi.Content;

/// <summary>The one form of an item's values: known fields in field order, empty ones left out, texts as a file would hold them.</summary>
/// <remarks>Files, screens, the database and the delivery API agree on the bytes because all of them pass through here.</remarks>
public static class CanonicalValues
{
    /// <summary>A new object; values that <see cref="Validation"/> refuses are kept as they are.</summary>
    public static JsonObject Of(ContentType type, JsonObject values)
    {
        var canonical = new JsonObject();
        foreach (var field in type.Fields)
            if (Value(field, values[field.Name]) is { } value) canonical[field.Name] = value;
        return canonical;
    }

    static JsonNode? Value(Field field, JsonNode? value) => value switch
    {
        JsonArray questions when field.Kind == FieldKind.Questions =>
            List([.. questions.Select(entry => entry is JsonObject question ? CustomQuestions.Canonical(question) : entry?.DeepClone())]),
        JsonArray list => List([.. list.Select(entry => entry is JsonObject file ? File(file) : Trimmed(entry))]),
        JsonObject file => File(file),
        JsonValue text when text.TryGetValue<string>(out var s) => FieldInput.Parse(field, s) switch
        {
            (var parsed, null) => parsed,
            _ => s,
        },
        _ => value?.DeepClone(),
    };

    static JsonArray? List(JsonNode?[] entries) => entries.Length == 0 ? null : new JsonArray(entries);

    static JsonNode? Trimmed(JsonNode? entry) => entry is JsonValue text && text.TryGetValue<string>(out var s) ? s.Trim() : entry?.DeepClone();

    static JsonObject File(JsonObject file)
    {
        var canonical = new JsonObject();
        foreach (var key in (string[])["file", "title", "alt", "decorative"])
            if (Trimmed(file[key]) is { } value && !IsEmpty(value)) canonical[key] = value;
        return canonical;
    }

    static bool IsEmpty(JsonNode value) => value is JsonValue scalar && (scalar.TryGetValue<string>(out var s) && s.Length == 0 || scalar.TryGetValue<bool>(out var flag) && !flag);
}
