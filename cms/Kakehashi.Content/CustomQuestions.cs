using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kakehashi.Content;

/// <summary>The JSON shape of <see cref="FieldKind.Questions"/>: its one canonical form, and what may be wrong with it.</summary>
public static class CustomQuestions
{
    /// <summary>Longest question, in UTF-16 units.</summary>
    public const int LongestLabel = 120;

    /// <summary>Longest hint, in UTF-16 units.</summary>
    public const int LongestHint = 200;

    /// <summary>Longest choice, in UTF-16 units.</summary>
    public const int LongestChoice = 100;

    /// <summary>Most choices of one question.</summary>
    public const int MostChoices = 30;

    /// <summary>Values of <c>kind</c>, in the order of <see cref="CustomQuestionKind"/>.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } =
        [.. Enum.GetValues<CustomQuestionKind>().Select(kind => new Choice(JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), kind.Label()))];

    /// <summary>Known keys in their order, texts trimmed, what is empty or false left out.</summary>
    public static JsonObject Canonical(JsonObject question)
    {
        var canonical = new JsonObject();
        foreach (var key in (string[])["label", "kind", "required", "hint", "choices"])
        {
            JsonNode? value = question[key] switch
            {
                JsonArray choices => Trimmed(choices),
                JsonValue text when text.TryGetValue<string>(out var s) => s.Trim() is { Length: > 0 } trimmed ? JsonValue.Create(trimmed) : null,
                JsonValue flag when flag.TryGetValue<bool>(out var yes) => yes ? JsonValue.Create(true) : null,
                var other => other?.DeepClone(),
            };
            if (value is not null) canonical[key] = value;
        }
        return canonical;
    }

    /// <summary>The first mistake, as a Japanese sentence that names the question; null when there is none.</summary>
    internal static string? Mistake(Field field, JsonArray questions)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var (i, entry) in questions.Index())
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (entry is not JsonObject question) return $"「{field.Label}」の書き方が違います。label（質問）と kind（答え方）を並べてください。";
            if (Text(question["label"]) is not { Length: > 0 } label) return $"「{field.Label}」の{number}番目に、質問の文を入力してください。要らない質問は外してください。";
            if (Of(label, question) is { } message) return $"「{field.Label}」の{number}番目「{label}」：{message}";
            if (!names.Add(CustomQuestion.NameOf(label))) return $"「{field.Label}」に同じ質問「{label}」が2度あります。文を変えるか、片方を外してください。";
        }
        return null;
    }

    static string? Of(string label, JsonObject question)
    {
        if (label.Length > LongestLabel) return $"質問は{LongestLabel}字以内にしてください（今は{label.Length}字です）。";
        if (Text(question["kind"]) is not { } kind || Kinds.All(known => known.Value != kind))
            return $"答え方を選んでください。{string.Join("、", Kinds.Select(known => $"{known.Value}（{known.Label}）"))}";
        if (question["required"] is { } required && required.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) return "必須かどうかは true か false にしてください。";
        if (question["hint"] is { } hint && Text(hint) is not { Length: <= LongestHint }) return $"説明は{LongestHint}字以内の文にしてください。";
        if (OfChoices(question["choices"], kind is "choice" or "choices") is { } message) return message;
        return new[] { label, Text(question["hint"]) ?? "" }.Concat(Choices(question).OfType<string>()).Select(text => Validation.ControlCharacter(text, FieldKind.Text)).FirstOrDefault(found => found is not null) is { } character
            ? $"使えない文字（{character}）があります。その文字を消してください。"
            : null;
    }

    static string? OfChoices(JsonNode? node, bool wanted)
    {
        if (node is not (null or JsonArray)) return "選択肢は1行に1つずつ並べてください。";
        var choices = ((node as JsonArray) ?? []).Select(Text).ToList();
        if (choices.Any(choice => choice is null or "")) return "選択肢は1行に1つずつ、文字で入力してください。";
        if (choices.Find(choice => choice!.Length > LongestChoice) is { } tooLong) return $"選択肢「{tooLong}」は{LongestChoice}字以内にしてください。";
        if (choices.GroupBy(choice => choice, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice) return $"選択肢「{twice.Key}」が重なっています。1つにしてください。";
        if (choices.Count > MostChoices) return $"選択肢は{MostChoices}個までです（今は{choices.Count}個です）。";
        return wanted && choices.Count < 2 ? "選択肢を2つ以上、1行に1つずつ入力してください。" : null;
    }

    static IEnumerable<string?> Choices(JsonObject question) => question["choices"] is JsonArray choices ? choices.Select(Text) : [];

    static JsonArray? Trimmed(JsonArray choices)
    {
        var kept = choices.Select(choice => Text(choice) is { } text ? text.Trim() is { Length: > 0 } trimmed ? JsonValue.Create(trimmed) : null : choice?.DeepClone())
            .OfType<JsonNode>().ToArray();
        return kept.Length > 0 ? new JsonArray(kept) : null;
    }

    static string? Text(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var s) ? s : null;
}
