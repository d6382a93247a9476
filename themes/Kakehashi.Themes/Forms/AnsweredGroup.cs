using System.Text.Json.Nodes;
using Kakehashi.Content.Forms;
using Kakehashi.Themes.Models;

namespace Kakehashi.Themes.Forms;

/// <summary>Answers under one heading, attachments among them.</summary>
/// <param name="Index">Place of its group in the form, from 0.</param>
/// <param name="Heading">Legend of the group; of repeated groups the entry: 参加者2.</param>
/// <param name="Answers">In order; an answer without lines was not given.</param>
sealed record AnsweredGroup(int Index, string Heading, IReadOnlyList<(string Label, IReadOnlyList<string> Lines)> Answers)
{
    /// <summary>Every group that applies, each entry of repeated ones.</summary>
    public static IEnumerable<AnsweredGroup> Of(FormPage page)
    {
        var values = page.Answers ?? [];
        foreach (var (index, group) in page.Form.Groups.Index())
        {
            if (group.When is { } condition && values[condition.Question]?.ToString() != condition.Value) continue;
            if (group.Repeat is not { } repeat) yield return new(index, group.Legend, Lines(page, group, values));
            else
                foreach (var (number, entry) in (values[repeat.Name] as JsonArray ?? []).Index())
                    yield return new(index, $"{repeat.Label}{Words.Count(number + 1)}", Lines(page, group, entry as JsonObject ?? []));
        }
    }

    static IReadOnlyList<(string, IReadOnlyList<string>)> Lines(FormPage page, QuestionGroup group, JsonObject values) =>
        [.. group.Questions.Select(question => (question.Label, question.Kind switch
        {
            QuestionKind.Files => Files(page, question),
            QuestionKind.Agreement when values[question.Name] is null => ["いいえ"],
            _ => AnswerText.Of(question, values[question.Name]),
        }))];

    static IReadOnlyList<string> Files(FormPage page, Question question) =>
        [.. page.Files.Where(file => file.Question == question.Name).Select(file => $"{file.Name}（{Words.Size(file.Bytes)}）")];
}
