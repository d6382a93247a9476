namespace Kakehashi.Content.Forms;

/// <summary>Custom questions of an event or a survey as questions of its form.</summary>
public static class CustomQuestionForm
{
    /// <summary>In the same order; a choice is stored in its own words.</summary>
    public static IReadOnlyList<Question> ToForm(this IEnumerable<CustomQuestion> questions) => [.. questions.Select(Of)];

    static Question Of(CustomQuestion custom)
    {
        var question = new Question(custom.Name, custom.Label, KindOf(custom.Kind))
        {
            Required = custom.Required,
            Hint = custom.Hint,
            Autocomplete = "off",
            Choices = custom.IsChoice ? [.. custom.Choices.Select(choice => new Choice(choice, choice))] : [],
        };
        return custom.Kind switch
        {
            CustomQuestionKind.Text => question with { Max = 200 },
            CustomQuestionKind.LongText => question with { Max = 2_000 },
            _ => question,
        };
    }

    static QuestionKind KindOf(CustomQuestionKind kind) => kind switch
    {
        CustomQuestionKind.LongText => QuestionKind.LongText,
        CustomQuestionKind.Choice => QuestionKind.Choice,
        CustomQuestionKind.Choices => QuestionKind.Choices,
        CustomQuestionKind.Number => QuestionKind.Number,
        CustomQuestionKind.Date => QuestionKind.Date,
        _ => QuestionKind.Text,
    };
}
