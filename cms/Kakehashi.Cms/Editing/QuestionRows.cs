using System.Text.Json.Nodes;
using Kakehashi.Content;

namespace Kakehashi.Cms.Editing;

/// <summary>Custom questions as rows of controls.</summary>
static class QuestionRows
{
    static readonly string[] Parts = ["label", "kind", "required", "hint", "choices"];

    public static void Set(ItemForm form, Field field, JsonArray questions)
    {
        foreach (var (row, question) in questions.Index())
            foreach (var part in Parts)
                if (question![part] is { } value)
                    form[ItemForm.Cell(field, row, part)] = value is JsonArray choices ? string.Join('\n', choices.Select(choice => choice!.ToString())) : value.ToString();
    }

    /// <summary>The questions in the order of the screen; rows left blank are not there. Null when there are none.</summary>
    public static JsonArray? Read(ItemForm form, Field field)
    {
        var questions = form.Rows(field).Select(row => Question(form, field, row)).OfType<JsonNode>().ToArray();
        return questions.Length > 0 ? new JsonArray(questions) : null;
    }

    /// <summary>Adds a blank row below the others.</summary>
    public static void Add(ItemForm form, Field field)
    {
        var rows = form.Rows(field);
        if (rows.Count < field.Max) form[ItemForm.Cell(field, rows.Count == 0 ? 0 : rows[^1] + 1, "kind")] = CustomQuestions.Kinds[0].Value;
    }

    /// <summary>Changes the places of two rows.</summary>
    public static void Swap(ItemForm form, Field field, int first, int second)
    {
        foreach (var part in Parts)
        {
            var (a, b) = (ItemForm.Cell(field, first, part), ItemForm.Cell(field, second, part));
            (form[a], form[b]) = (form[b], form[a]);
        }
    }

    static JsonObject? Question(ItemForm form, Field field, int row)
    {
        string Value(string part) => form[ItemForm.Cell(field, row, part)];
        if (Value("label").Trim().Length + Value("hint").Trim().Length + Value("choices").Trim().Length == 0) return null;
        return CustomQuestions.Canonical(new JsonObject
        {
            ["label"] = Value("label"),
            ["kind"] = Value("kind"),
            ["required"] = Value("required") == "true",
            ["hint"] = Value("hint"),
            ["choices"] = new JsonArray([.. FieldInput.Lines(Value("choices")).Split('\n').Select(choice => JsonValue.Create(choice))]),
        });
    }
}
