using System.Globalization;
using System.Text.Json.Nodes;

namespace Kakehashi.Content.Forms;

/// <summary>One answer as people read it.</summary>
/// <param name="Group">Heading of its group; in repeated groups with the number: 参加者2.</param>
/// <param name="Label">The question.</param>
/// <param name="Lines">The answer; one empty list means that there is none.</param>
/// <param name="Question">The question itself.</param>
public sealed record AnswerLine(string Group, string Label, IReadOnlyList<string> Lines, Question Question);

/// <summary>Answers as the check page, mails, staff screens and spreadsheets show them.</summary>
public static class AnswerText
{
    /// <summary>Every question that applies, in order, answered or not; files are left out.</summary>
    public static IEnumerable<AnswerLine> Of(FormDefinition form, JsonObject values)
    {
        foreach (var group in form.Groups)
        {
            if (group.When is { } condition && Plain(values[condition.Question]) != condition.Value) continue;
            if (group.Repeat is not { } repeat)
            {
                foreach (var line in Lines(group, group.Legend, values)) yield return line;
                continue;
            }
            var entries = values[repeat.Name] as JsonArray ?? [];
            for (var i = 0; i < entries.Count; i++)
                foreach (var line in Lines(group, string.Create(CultureInfo.InvariantCulture, $"{repeat.Label}{i + 1}"), entries[i] as JsonObject ?? [])) yield return line;
        }
    }

    /// <summary>One answer as lines; empty when there is none.</summary>
    public static IReadOnlyList<string> Of(Question question, JsonNode? value) => value switch
    {
        null => [],
        JsonObject person => Plain(person["kana"]) is { Length: > 0 } kana ? [$"{Plain(person["name"])}（{kana}）"] : [Plain(person["name"])],
        JsonArray list => question.Kind == QuestionKind.Tags
            ? [string.Join('、', list.Select(Plain))]
            : [.. list.Select(entry => LabelOf(question, Plain(entry)))],
        _ when question.Kind == QuestionKind.Agreement => ["はい"],
        _ when question.Kind == QuestionKind.Choice => [LabelOf(question, Plain(value))],
        _ when question.Kind == QuestionKind.Date && JapaneseTime.ParseDate(Plain(value)) is { } date => [JapaneseTime.WordsWithWeekday(date)],
        _ when question.Kind == QuestionKind.LongText => Plain(value).Split('\n'),
        _ => [Plain(value)],
    };

    static IEnumerable<AnswerLine> Lines(QuestionGroup group, string heading, JsonObject values) =>
        group.Questions.Where(question => question.Kind != QuestionKind.Files).Select(question => new AnswerLine(heading, question.Label, Of(question, values[question.Name]), question));

    static string LabelOf(Question question, string value) => question.Choices.FirstOrDefault(choice => choice.Value == value)?.Label ?? value;

    static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.TryGetValue<string>(out var s) => s,
        _ => value.ToJsonString(),
    };
}
