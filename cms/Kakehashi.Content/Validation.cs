using System.Globalization;
using System.Text.Json.Nodes;

namespace Kakehashi.Content;

/// <summary>Checks the values of one document against its type. Messages are Japanese sentences that say what to do.</summary>
public static class Validation
{
    /// <summary>Whether something obligatory may still be missing.</summary>
    public enum Strictness
    {
        /// <summary>A draft being written: what is there must be well formed.</summary>
        Draft,

        /// <summary>To be submitted or published: complete.</summary>
        Complete,
    }

    /// <summary>All mistakes in the values of a document, in field order; empty when there are none.</summary>
    /// <remarks>References to other items and media are checked by <see cref="ContentSet"/>.</remarks>
    public static IEnumerable<(Field Field, string Message)> Check(ContentType type, JsonObject values, ProgramSettings program, Strictness strictness)
    {
        foreach (var field in type.Fields)
        {
            var value = values[field.Name];
            if (IsEmpty(value))
            {
                if (field.Required && strictness == Strictness.Complete) yield return (field, $"「{field.Label}」を入力してください。");
                continue;
            }
            if (Mistake(field, value!, program) is { } message) yield return (field, message);
        }
        foreach (var (field, message) in OrderOfDates(type, values)) yield return (field, message);
    }

    static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 } || value is JsonValue text && text.TryGetValue<string>(out var s) && s.Length == 0;

    static string? Mistake(Field field, JsonNode value, ProgramSettings program) => field.Kind switch
    {
        FieldKind.Tags or FieldKind.References => value is JsonArray list
            ? TooMany(field, list) ?? Repeated(field, list) ?? list.Select(entry => ListEntry(field, entry)).FirstOrDefault(problem => problem is not null)
            : WrongShape(field),
        FieldKind.Attachments => value is JsonArray files
            ? TooMany(field, files) ?? files.Select(file => AttachmentEntry(field, file)).FirstOrDefault(problem => problem is not null)
            : WrongShape(field),
        FieldKind.Questions => value is JsonArray questions ? TooMany(field, questions) ?? CustomQuestions.Mistake(field, questions) : WrongShape(field),
        FieldKind.Picture => PictureValue(field, value),
        FieldKind.Number or FieldKind.Money => value is JsonValue number && number.TryGetValue<int>(out var n) && n >= 0 && n <= field.Max ? null : WrongShape(field),
        FieldKind.Boolean => value is JsonValue flag && flag.TryGetValue<bool>(out _) ? null : WrongShape(field),
        FieldKind.Choice => OneOf(field, Text(value), program),
        _ => Scalar(field, Text(value)),
    };

    static string? Scalar(Field field, string? text)
    {
        if (text is null) return WrongShape(field);
        if (text.Length > field.Max) return $"「{field.Label}」は{field.Max}字以内にしてください（今は{text.Length}字です）。";
        if (ControlCharacter(text, field.Kind) is { } found) return $"「{field.Label}」に使えない文字（{found}）があります。その文字を消してください。";
        if (field.Kind is FieldKind.Reference && !Slug.IsValid(text)) return $"「{field.Label}」の「{text}」は正しい名前ではありません。{Slug.Rule}";
        return FieldInput.Parse(field, text).Problem;
    }

    static string? OneOf(Field field, string? text, ProgramSettings program)
    {
        var choices = field.ChoicesIn(program);
        return choices.Any(choice => choice.Value == text)
            ? null
            : $"「{field.Label}」の「{text}」は選べません。{string.Join("、", choices.Select(choice => $"{choice.Value}（{choice.Label}）"))}から選んでください。";
    }

    static string? TooMany(Field field, JsonArray list) =>
        list.Count > field.Max ? $"「{field.Label}」は{field.Max}件までです（今は{list.Count}件です）。" : null;

    static string? Repeated(Field field, JsonArray list) =>
        list.Select(Text).GroupBy(entry => entry, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? $"「{field.Label}」に「{twice.Key}」が重なっています。1つにしてください。"
            : null;

    static string? ListEntry(Field field, JsonNode? entry) => Text(entry) switch
    {
        null or "" => WrongShape(field),
        var slug when field.Kind == FieldKind.References => Slug.IsValid(slug) ? null : $"「{field.Label}」の「{slug}」は正しい名前ではありません。{Slug.Rule}",
        { Length: > 40 } tag => $"「{field.Label}」の「{tag}」は40字以内にしてください。",
        var tag => ControlCharacter(tag, FieldKind.Text) is null ? null : $"「{field.Label}」に使えない文字があります。",
    };

    static string? PictureValue(Field field, JsonNode value)
    {
        if (value is not JsonObject picture || Text(picture["file"]) is not { Length: > 0 }) return WrongShape(field);
        var alt = Text(picture["alt"]) ?? "";
        var decorative = picture["decorative"] is JsonValue flag && flag.TryGetValue<bool>(out var yes) && yes;
        if (decorative == (alt.Length > 0)) return $"「{field.Label}」には、代替テキストを書くか、装飾の画像であることを選んでください（どちらか一方）。";
        return alt.Length > 200 ? $"「{field.Label}」の代替テキストは200字以内にしてください。" : null;
    }

    static string? AttachmentEntry(Field field, JsonNode? entry) =>
        entry is JsonObject file && Text(file["file"]) is { Length: > 0 } && Text(file["title"]) is { Length: > 0 and <= 80 }
            ? null
            : $"「{field.Label}」には、ファイルと題名（80字以内）を指定してください。";

    static IEnumerable<(Field, string)> OrderOfDates(ContentType type, JsonObject values)
    {
        foreach (var (first, last) in new[] { ("startsAt", "endsAt"), ("opensAt", "deadline"), ("opensAt", "closesAt"), ("applyFrom", "applyUntil"), ("appliesFrom", "appliesUntil") })
            if (type.Field(first) is { } from && type.Field(last) is { } to && Text(values[first]) is { } a && Text(values[last]) is { } b
                && string.CompareOrdinal(a, b) > 0)
                yield return (to, $"「{to.Label}」は「{from.Label}」より後にしてください。");
    }

    /// <summary>The first character that a value of that kind may not have, as <c>U+0000</c>; null when there is none.</summary>
    internal static string? ControlCharacter(string text, FieldKind kind)
    {
        var lines = kind is FieldKind.LongText or FieldKind.Markdown;
        foreach (var character in text)
            if (char.IsControl(character) && !(lines && character is '\n' or '\t') || character is '\uFFFE' or '\uFFFF')
                return string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}");
        return null;
    }

    static string WrongShape(Field field) => $"「{field.Label}」の書き方が違います。{Shape(field.Kind)}";

    static string Shape(FieldKind kind) => kind switch
    {
        FieldKind.Tags or FieldKind.References => "項目を1行に1つずつ並べてください。",
        FieldKind.Picture => "file（ファイル名）と alt（代替テキスト）を書いてください。",
        FieldKind.Attachments => "file（ファイル名）と title（題名）を並べてください。",
        FieldKind.Questions => "label（質問）と kind（答え方）を並べてください。",
        FieldKind.Number or FieldKind.Money => "0以上の整数にしてください。",
        _ => "文字で入力してください。",
    };

    static string? Text(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var s) ? s : null;
}
