using System.Text.Json.Nodes;
using Kakehashi.Cms.Editing;
using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Submissions;

/// <summary>Compares two sets of answers to one form, question by question.</summary>
public static class AnswerDifference
{
    /// <summary>Questions whose answers differ, in the order of the form; empty when both say the same.</summary>
    public static IReadOnlyList<FieldDifference> Between(FormDefinition form, JsonObject old, JsonObject now)
    {
        var (before, after) = (Texts(form, old), Texts(form, now));
        return
        [
            .. after.Keys.Concat(before.Keys.Except(after.Keys, StringComparer.Ordinal))
                .Where(key => before.GetValueOrDefault(key, "") != after.GetValueOrDefault(key, ""))
                .Select(key => new FieldDifference(key, LineDifference.Between(before.GetValueOrDefault(key, ""), after.GetValueOrDefault(key, "")))),
        ];
    }

    // Labels repeat in repeated groups, whose headings carry a number.
    static Dictionary<string, string> Texts(FormDefinition form, JsonObject answers)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in AnswerText.Of(form, answers)) texts[form.Groups.Any(group => group.Repeat is not null) ? $"{line.Group}：{line.Label}" : line.Label] = string.Join('\n', line.Lines);
        return texts;
    }
}
