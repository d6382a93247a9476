using System.Text.Json.Nodes;
using Kakehashi.Content;

namespace Kakehashi.Cms.Editing;

/// <summary>Values in the words that people read: names instead of slugs, dates in Japanese.</summary>
public static class ValueText
{
    /// <summary>Text of a value, one entry per line for lists; empty for no value.</summary>
    public static string Of(Field field, JsonNode? value, ProgramSettings program, Func<ContentType, string, string?>? titleOf = null) => value switch
    {
        null => "",
        JsonArray questions when field.Kind == FieldKind.Questions => string.Join('\n', questions.OfType<JsonObject>().Select(Question)),
        JsonArray list => string.Join('\n', list.Select(entry => Entry(field, entry, titleOf))),
        JsonObject picture => Picture(picture),
        _ => field.Kind switch
        {
            FieldKind.Choice => field.ChoicesIn(program).FirstOrDefault(choice => choice.Value == value.ToString())?.Label ?? value.ToString(),
            FieldKind.Date => JapaneseTime.ParseDate(value.ToString()) is { } date ? JapaneseTime.Words(date) : value.ToString(),
            FieldKind.DateTime => JapaneseTime.Parse(value.ToString()) is { } at ? Frame.Moment.Words(at) : value.ToString(),
            FieldKind.Reference => Entry(field, value, titleOf),
            FieldKind.Boolean => value.GetValue<bool>() ? "はい" : "いいえ",
            _ => value.ToString(),
        },
    };

    static string Entry(Field field, JsonNode? entry, Func<ContentType, string, string?>? titleOf) => entry switch
    {
        null => "",
        JsonObject file => $"{file["title"]}（{file["file"]}）",
        _ when field.ReferenceType is { } type && titleOf?.Invoke(type, entry.ToString()) is { } title => title,
        _ => entry.ToString(),
    };

    static string Question(JsonObject question)
    {
        var kind = CustomQuestions.Kinds.FirstOrDefault(known => known.Value == question["kind"]?.ToString())?.Label ?? question["kind"]?.ToString();
        var choices = question["choices"] is JsonArray list ? $"：{string.Join("／", list.Select(choice => choice?.ToString()))}" : "";
        return $"{question["label"]}（{kind}{choices}、{(question["required"]?.ToString() == "true" ? "必須" : "任意")}）{question["hint"]}";
    }

    static string Picture(JsonObject picture) => picture["decorative"]?.GetValue<bool>() == true
        ? $"{picture["file"]}（装飾の画像）"
        : $"{picture["file"]}（代替テキスト：{picture["alt"]}）";
}
