using System.Globalization;
using System.Text.Json.Nodes;

namespace Kakehashi.Content.Forms;

/// <summary>Names of a form's fields, and the way back from answers to fields: for hidden fields of the check page and for prefilled forms.</summary>
public static class AnswerFields
{
    /// <summary>Before every answer's key.</summary>
    public const string Prefix = "a.";

    /// <summary>Before the key of a file control.</summary>
    public const string UploadPrefix = "u.";

    /// <summary>Before the key of files that are sealed already.</summary>
    public const string HeldPrefix = "f.";

    /// <summary>Key of a question that is answered once.</summary>
    public static string Key(string question) => Prefix + question;

    /// <summary>Key of a question in entry <paramref name="index"/> (from 0) of a repeated group.</summary>
    public static string Key(Repetition repeat, int index, string question) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{repeat.Name}.{index}.{question}");

    /// <summary>Entries that were posted: at least 1, at most the group's limit.</summary>
    public static int Entries(Repetition repeat, PostedFields fields)
    {
        var highest = 0;
        foreach (var key in fields.Keys)
            if (key.StartsWith(Prefix + repeat.Name + ".", StringComparison.Ordinal)
                && key[(Prefix.Length + repeat.Name.Length + 1)..].Split('.') is [var number, ..]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) highest = Math.Max(highest, Math.Min(index, repeat.Max - 1));
        return highest + 1;
    }

    /// <summary>Fields that say just these answers.</summary>
    public static PostedFields Of(FormDefinition form, JsonObject values)
    {
        var fields = new PostedFields();
        foreach (var group in form.Groups)
        {
            if (group.Repeat is not { } repeat) Add(group, Prefix, values, fields);
            else if (values[repeat.Name] is JsonArray entries)
                for (var i = 0; i < entries.Count; i++)
                    if (entries[i] is JsonObject entry) Add(group, Prefix + string.Create(CultureInfo.InvariantCulture, $"{repeat.Name}.{i}."), entry, fields);
        }
        return fields;
    }

    static void Add(QuestionGroup group, string prefix, JsonObject values, PostedFields fields)
    {
        foreach (var question in group.Questions)
        {
            var key = prefix + question.Name;
            switch (values[question.Name])
            {
                case null:
                    break;
                case JsonObject person:
                    fields.Add(key + ".name", Text(person["name"]));
                    fields.Add(key + ".kana", Text(person["kana"]));
                    break;
                case JsonArray list when question.Kind == QuestionKind.Tags:
                    fields.Add(key, string.Join('、', list.Select(Text)));
                    break;
                case JsonArray list:
                    foreach (var entry in list) fields.Add(key, Text(entry));
                    break;
                case var value:
                    fields.Add(key, Text(value));
                    break;
            }
        }
    }

    static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.TryGetValue<string>(out var s) => s,
        _ => value.ToJsonString(),
    };
}
