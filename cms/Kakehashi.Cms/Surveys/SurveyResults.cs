using System.Globalization;
using System.Text.Json.Nodes;
using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Surveys;

/// <summary>One choice with how often it was taken.</summary>
/// <param name="Share">Of those who answered the question, 0 to 1.</param>
public sealed record Tally(string Label, int Count, double Share)
{
    /// <summary>37.5％.</summary>
    public string Percent => (Share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "％";
}

/// <summary>What was answered to one question.</summary>
/// <param name="Answered">How many answered it at all.</param>
/// <param name="Tallies">For choices and agreements; otherwise empty.</param>
/// <param name="Texts">For what was written freely, in the order of arrival; otherwise empty.</param>
/// <param name="Numbers">For numbers, in words; otherwise null.</param>
public sealed record QuestionResult(Question Question, int Answered, IReadOnlyList<Tally> Tallies, IReadOnlyList<string> Texts, string? Numbers);

/// <summary>アンケート counted question by question (F07).</summary>
public static class SurveyResults
{
    static readonly string[] AboutPerson = ["person", "organisation", "email", "consent"];

    /// <summary>Results in the order of the questions; who answered is left out.</summary>
    /// <param name="questions">May repeat: the first of a name counts.</param>
    /// <param name="answers">In the order of arrival; of those whose personal data were deleted, what was kept.</param>
    public static IReadOnlyList<QuestionResult> Of(IEnumerable<Question> questions, IReadOnlyList<JsonObject> answers) =>
    [
        .. questions.Where(question => !AboutPerson.Contains(question.Name) && question.Kind != QuestionKind.Files).DistinctBy(question => question.Name)
            .Select(question => Of(question, [.. answers.Select(answer => answer[question.Name]).OfType<JsonNode>()])),
    ];

    static QuestionResult Of(Question question, IReadOnlyList<JsonNode> answers) => question.Kind switch
    {
        QuestionKind.Choice or QuestionKind.Choices => new(question, answers.Count, Tallies(question, answers), [], null),
        QuestionKind.Agreement => new(question, answers.Count, [new Tally("はい", answers.Count, answers.Count > 0 ? 1 : 0)], [], null),
        QuestionKind.Number => new(question, answers.Count, [], [], Words([.. answers.Select(answer => answer is JsonValue value && value.TryGetValue<int>(out var number) ? number : (int?)null).OfType<int>()])),
        _ => new(question, answers.Count, [], [.. answers.Select(answer => string.Join('\n', AnswerText.Of(question, answer)))], null),
    };

    // What was taken and is no longer offered is counted under its own value.
    static IReadOnlyList<Tally> Tallies(Question question, IReadOnlyList<JsonNode> answers)
    {
        var taken = answers.SelectMany(answer => answer is JsonArray list ? list.OfType<JsonNode>() : [answer]).GroupBy(value => value.ToString(), StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        return
        [
            .. question.Choices.Select(choice => (choice.Value, choice.Label)).Concat(taken.Keys.Where(value => question.Choices.All(choice => choice.Value != value)).Order(StringComparer.Ordinal).Select(value => (Value: value, Label: value)))
                .Select(choice => new Tally(choice.Label, taken.GetValueOrDefault(choice.Value), answers.Count > 0 ? (double)taken.GetValueOrDefault(choice.Value) / answers.Count : 0)),
        ];
    }

    static string Words(List<int> numbers)
    {
        if (numbers.Count == 0) return "回答はありません。";
        numbers.Sort();
        var middle = numbers.Count % 2 == 1 ? numbers[numbers.Count / 2] : (numbers[numbers.Count / 2 - 1] + numbers[numbers.Count / 2]) / 2.0;
        return string.Create(CultureInfo.InvariantCulture, $"平均{numbers.Average():N1}、中央の値{middle:N1}、最も小さい値{numbers[0]:N0}、最も大きい値{numbers[^1]:N0}です。");
    }
}
