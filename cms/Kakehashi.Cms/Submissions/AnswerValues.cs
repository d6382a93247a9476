using System.Text.Json.Nodes;

namespace Kakehashi.Cms.Submissions;

/// <summary>Reads answers whose shape the form process may have got wrong: what does not fit counts as unanswered.</summary>
static class AnswerValues
{
    /// <summary>A text; "" where there is none.</summary>
    public static string Text(this JsonObject answers, string question) => answers[question] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>A text; null where there is none.</summary>
    public static string? TextOrNull(this JsonObject answers, string question) => answers.Text(question) is { Length: > 0 } text ? text : null;

    public static bool IsTrue(this JsonObject answers, string question) => answers[question] is JsonValue value && value.TryGetValue<bool>(out var yes) && yes;

    /// <summary>Texts of a list; empty where there is none.</summary>
    public static List<string> Texts(this JsonObject answers, string question) =>
        answers[question] is JsonArray list ? [.. list.OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var text) ? text : "").Where(text => text.Length > 0)] : [];

    /// <summary>Entries of a repeated group; empty where there are none.</summary>
    public static IEnumerable<JsonObject> Entries(this JsonObject answers, string group) => answers[group] is JsonArray list ? list.OfType<JsonObject>() : [];
}
