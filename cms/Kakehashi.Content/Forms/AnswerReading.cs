using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kakehashi.Content.Forms;

/// <summary>Fields as they were posted: key to values in the order sent.</summary>
[JsonConverter(typeof(PostedFieldsJson))]
public sealed class PostedFields
{
    readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    /// <summary>Keys in the order of their first appearance.</summary>
    public IEnumerable<string> Keys => values.Keys;

    /// <summary>The values of a key; empty when it was not sent.</summary>
    public IReadOnlyList<string> this[string key] => values.TryGetValue(key, out var found) ? found : [];

    /// <summary>First value, as typed; "" when it was not sent.</summary>
    public string One(string key) => this[key] is [var first, ..] ? first : "";

    public void Add(string key, string value)
    {
        if (!values.TryGetValue(key, out var list)) values[key] = list = [];
        list.Add(value);
    }
}

/// <summary>A mistake in one field.</summary>
/// <param name="Field">Key of the field: <c>a.email</c>, <c>a.participants.1.person.kana</c>, <c>u.files</c>.</param>
/// <param name="Message">Japanese: what is wrong and what to do.</param>
public sealed record AnswerMistake(string Field, string Message);

/// <summary>What a form's fields say.</summary>
/// <param name="Values">Answers by question, normalised; unanswered questions are absent.</param>
/// <param name="Mistakes">In the order of the questions; empty when all is well.</param>
public sealed record Answers(JsonObject Values, IReadOnlyList<AnswerMistake> Mistakes);

/// <summary>Reads the fields of a form: the one truth of the forms API and, once more, of the CMS.</summary>
public static class AnswerReading
{
    /// <summary>Reads everything that is asked for; fields that no question names are ignored.</summary>
    /// <param name="files">How many files each question of that kind has got.</param>
    public static Answers Read(FormDefinition form, PostedFields fields, Func<string, int> files)
    {
        var values = new JsonObject();
        var mistakes = new List<AnswerMistake>();
        foreach (var group in form.Groups)
        {
            if (group.When is { } condition && fields.One(AnswerFields.Key(condition.Question)) != condition.Value) continue;
            if (group.Repeat is not { } repeat)
            {
                ReadGroup(group, AnswerFields.Prefix, fields, files, values, mistakes);
                continue;
            }
            var entries = new JsonArray();
            for (var i = 0; i < AnswerFields.Entries(repeat, fields); i++)
            {
                var entry = new JsonObject();
                ReadGroup(group, AnswerFields.Prefix + string.Create(CultureInfo.InvariantCulture, $"{repeat.Name}.{i}."), fields, files, entry, mistakes);
                entries.Add((JsonNode)entry);
            }
            values[repeat.Name] = entries;
        }
        return new Answers(values, mistakes);
    }

    static void ReadGroup(QuestionGroup group, string prefix, PostedFields fields, Func<string, int> files, JsonObject values, List<AnswerMistake> mistakes)
    {
        foreach (var question in group.Questions)
        {
            if (question.Kind == QuestionKind.Files)
            {
                if (FilesMistake(question, files(question.Name)) is { } fault) mistakes.Add(new AnswerMistake(AnswerFields.UploadPrefix + question.Name, fault));
                continue;
            }
            var (value, mistake) = ReadOne(question, prefix + question.Name, fields);
            if (mistake is not null) mistakes.Add(mistake);
            else if (value is not null) values[question.Name] = value;
        }
    }

    static (JsonNode?, AnswerMistake?) ReadOne(Question question, string key, PostedFields fields) => question.Kind switch
    {
        QuestionKind.PersonName => PersonName(question, key, fields),
        QuestionKind.Choice => Choice(question, key, fields.One(key)),
        QuestionKind.Choices => Choices(question, key, fields[key]),
        QuestionKind.Agreement => fields.One(key) == "true"
            ? (JsonValue.Create(true), null)
            : (null, question.Required ? new AnswerMistake(key, $"「{question.Label}」を確かめて、チェックを付けてください。") : null),
        QuestionKind.Tags => Tags(question, key, fields.One(key)),
        _ => Line(question, key, fields.One(key)),
    };

    static (JsonNode?, AnswerMistake?) Line(Question question, string key, string typed)
    {
        var text = question.Kind == QuestionKind.LongText ? typed : typed.Trim();
        if (string.IsNullOrWhiteSpace(text)) return (null, question.Required ? new AnswerMistake(key, $"「{question.Label}」を入力してください。") : null);
        if (Unusable(text, question.Kind == QuestionKind.LongText, question.Label) is { } unusable) return (null, new AnswerMistake(key, unusable));
        var (value, mistake) = AnswerInput.Parse(question, text);
        if (mistake is null && value is JsonValue stored && stored.TryGetValue<string>(out var written)) mistake = TooLong(question.Label, written, question.Max);
        return mistake is null ? (value, null) : (null, new AnswerMistake(key, mistake));
    }

    static (JsonNode?, AnswerMistake?) PersonName(Question question, string key, PostedFields fields)
    {
        var (nameKey, kanaKey) = (key + ".name", key + ".kana");
        var (name, typedKana) = (fields.One(nameKey).Trim(), fields.One(kanaKey).Trim());
        if (name.Length == 0 && (question.Required || typedKana.Length > 0)) return (null, new AnswerMistake(nameKey, $"「{question.Label}」を入力してください。"));
        if (name.Length == 0) return (null, null);
        if ((Unusable(name, false, question.Label) ?? TooLong(question.Label, name, question.Max)) is { } mistake) return (null, new AnswerMistake(nameKey, mistake));
        var person = new JsonObject { ["name"] = name };
        if (typedKana.Length == 0) return (person, null);
        var label = $"{question.Label}のふりがな";
        var (kana, unreadable) = AnswerInput.Kana(label, typedKana);
        if ((unreadable ?? TooLong(label, typedKana, question.Max)) is { } fault) return (null, new AnswerMistake(kanaKey, fault));
        person["kana"] = kana;
        return (person, null);
    }

    static (JsonNode?, AnswerMistake?) Choice(Question question, string key, string chosen)
    {
        if (chosen.Length == 0) return (null, question.Required ? new AnswerMistake(key, $"「{question.Label}」を選んでください。") : null);
        return question.Choices.Any(choice => choice.Value == chosen)
            ? (chosen, null)
            : (null, new AnswerMistake(key, $"「{question.Label}」を、示した中から選び直してください。"));
    }

    static (JsonNode?, AnswerMistake?) Choices(Question question, string key, IReadOnlyList<string> chosen)
    {
        var known = question.Choices.Where(choice => chosen.Contains(choice.Value)).Select(choice => choice.Value).ToList();
        if (known.Count < chosen.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Count())
            return (null, new AnswerMistake(key, $"「{question.Label}」を、示した中から選び直してください。"));
        if (known.Count > 0) return (new JsonArray([.. known.Select(value => (JsonNode)value)]), null);
        return (null, question.Required ? new AnswerMistake(key, $"「{question.Label}」を1つ以上選んでください。") : null);
    }

    static (JsonNode?, AnswerMistake?) Tags(Question question, string key, string typed)
    {
        var tags = typed.Split(['、', ',', '，', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        var mistake = tags switch
        {
            [] => question.Required ? $"「{question.Label}」を入力してください。" : null,
            { Count: var count } when count > question.Max => $"「{question.Label}」は{question.Max}個までにしてください（今は{count}個です）。",
            _ => tags.Select(tag => Unusable(tag, false, question.Label) ?? TooLong($"{question.Label}のそれぞれのことば", tag, 40)).FirstOrDefault(found => found is not null),
        };
        if (mistake is not null) return (null, new AnswerMistake(key, mistake));
        return tags.Count == 0 ? (null, null) : (new JsonArray([.. tags.Select(tag => (JsonNode)tag)]), null);
    }

    static string? FilesMistake(Question question, int count) => count switch
    {
        0 when question.Required => $"「{question.Label}」のファイルを選んでください。",
        _ when count > question.Max => $"「{question.Label}」は{question.Max}個までです。多い分を「添付をやめる」で外してください。",
        _ => null,
    };

    static string? TooLong(string label, string text, int max) =>
        text.Length > max ? string.Create(CultureInfo.InvariantCulture, $"「{label}」は{max:N0}字以内で入力してください（今は{text.Length:N0}字です）。") : null;

    static string? Unusable(string text, bool lines, string label)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var alone = char.IsSurrogate(character) && !(char.IsHighSurrogate(character) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]));
            if (alone || character is '\uFFFD' or '\uFFFE' or '\uFFFF' || char.IsControl(character) && !(lines && character is '\n' or '\r' or '\t'))
                return string.Create(CultureInfo.InvariantCulture, $"「{label}」の{i + 1}文字目に、目に見えない文字か壊れた文字があります。消して入力し直してください。");
        }
        return null;
    }
}
