using System.Text.Json.Nodes;

namespace Kakehashi.Content.Folder;

/// <summary>Writes one item as a file of the folder format. Reading the text back gives the same document.</summary>
public static class FolderFile
{
    /// <summary>Ending of a draft beside its published version.</summary>
    public const string DraftEnding = ".draft.md";

    /// <summary>Whole file, LF line ends, final newline.</summary>
    public static string Write(ItemDocument document)
    {
        var type = ContentType.Find(document.Type)!;
        var yaml = new YamlText();
        yaml.Line("---");
        foreach (var field in type.Fields)
            if (field.Name != "body" && document.Values[field.Name] is { } value)
                WriteField(yaml, field, value);
        WriteInstant(yaml, "publishAt", document.PublishAt);
        WriteInstant(yaml, "updatedAt", document.UpdatedAt);
        WriteInstant(yaml, "expireAt", document.ExpireAt);
        if (document.Aliases.Count > 0) yaml.List("aliases", document.Aliases);
        yaml.Line("---");
        if (document.Values["body"] is { } body) yaml.Line("\n" + body);
        return yaml.ToString();
    }

    static void WriteField(YamlText yaml, Field field, JsonNode value)
    {
        switch (value)
        {
            case JsonArray { Count: 0 }:
                break;
            case JsonArray list when field.Kind == FieldKind.Attachments:
                yaml.Line($"{field.Name}:");
                foreach (var entry in list) WriteFile(yaml, "  - ", "    ", entry!.AsObject());
                break;
            case JsonArray questions when field.Kind == FieldKind.Questions:
                QuestionsYaml.Write(yaml, field.Name, questions);
                break;
            case JsonArray list:
                yaml.List(field.Name, list.Select(entry => entry!.ToString()));
                break;
            case JsonObject picture:
                yaml.Line($"{field.Name}:");
                WriteFile(yaml, "  ", "  ", picture);
                break;
            case JsonValue text when text.TryGetValue<string>(out var s):
                if (s.Length > 0) yaml.Scalar("", field.Name, s);
                break;
            default:
                yaml.Line($"{field.Name}: {value.ToJsonString()}");
                break;
        }
    }

    static void WriteFile(YamlText yaml, string first, string rest, JsonObject file)
    {
        var indent = first;
        foreach (var key in (string[])["file", "title", "alt", "decorative"])
        {
            if (file[key] is not { } value || value is JsonValue flag && flag.TryGetValue<bool>(out var yes) && !yes) continue;
            if (value.ToString() is not { Length: > 0 } text) continue;
            yaml.Line($"{indent}{key}: {(key == "decorative" ? "true" : YamlText.Quote(text))}");
            indent = rest;
        }
    }

    static void WriteInstant(YamlText yaml, string key, DateTimeOffset? instant)
    {
        if (instant is { } at) yaml.Line($"{key}: {JapaneseTime.Format(at)}");
    }
}
