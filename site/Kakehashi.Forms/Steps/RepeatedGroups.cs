using System.Globalization;
using Kakehashi.Content.Forms;

namespace Kakehashi.Forms.Steps;

/// <summary>Entries of a repeated group, added and removed among the posted fields without a script.</summary>
internal static class RepeatedGroups
{
    /// <summary>One more empty entry at the end, up to the group's limit.</summary>
    public static void Add(FormDefinition form, string name, PostedFields fields)
    {
        if (Find(form, name) is not { Repeat: { } repeat } group) return;
        var entries = AnswerFields.Entries(repeat, fields);
        if (entries < repeat.Max) fields.Add(AnswerFields.Key(repeat, entries, group.Questions[0].Name), "");
    }

    /// <summary>The fields without one entry; those after it move up. The last entry stays.</summary>
    public static PostedFields Remove(FormDefinition form, string name, int index, PostedFields fields)
    {
        if (Find(form, name)?.Repeat is not { } repeat || AnswerFields.Entries(repeat, fields) == 1) return fields;
        var prefix = $"{AnswerFields.Prefix}{repeat.Name}.";
        var left = new PostedFields();
        foreach (var key in fields.Keys)
        {
            if (Moved(key, prefix, index) is not { } moved) continue;
            foreach (var value in fields[key]) left.Add(moved, value);
        }
        return left;
    }

    private static QuestionGroup? Find(FormDefinition form, string name) => form.Groups.FirstOrDefault(group => group.Repeat?.Name == name);

    private static string? Moved(string key, string prefix, int removed)
    {
        if (!key.StartsWith(prefix, StringComparison.Ordinal) || key[prefix.Length..].Split('.', 2) is not [var number, var rest]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return key;
        if (index == removed) return null;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{(index > removed ? index - 1 : index)}.{rest}");
    }
}
