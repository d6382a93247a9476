using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kakehashi.Content.Forms;

/// <summary>Fields as an object of arrays, keys in the order of their first appearance.</summary>
public sealed class PostedFieldsJson : JsonConverter<PostedFields>
{
    /// <inheritdoc/>
    public override PostedFields Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var fields = new PostedFields();
        foreach (var (key, values) in JsonSerializer.Deserialize<Dictionary<string, string[]>>(ref reader, options) ?? [])
            foreach (var value in values) fields.Add(key, value);
        return fields;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PostedFields value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var key in value.Keys)
        {
            writer.WriteStartArray(key);
            foreach (var text in value[key]) writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }
}
