using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Reasons;
using Kakehashi.Content;
using Microsoft.Extensions.Primitives;

namespace Kakehashi.Cms.Editing;

/// <summary>What stands in the controls of the edit screen, as typed, with lines that end in LF. Nothing is lost because it cannot be read.</summary>
public sealed class ItemForm
{
    /// <summary>Names of controls that hold more than one value: ticked boxes.</summary>
    readonly SortedDictionary<string, string[]> inputs = new(StringComparer.Ordinal);

    ItemForm(ContentType type) => Type = type;

    public ContentType Type { get; }

    /// <summary>The one value of a control; empty where it has none.</summary>
    public string this[string name]
    {
        get => inputs.GetValueOrDefault(name) is [var first, ..] ? first : "";
        set => inputs[name] = [value];
    }

    /// <summary>All values of a control, in order; empty where nothing is chosen.</summary>
    public IReadOnlyList<string> All(string name) => inputs.GetValueOrDefault(name) ?? [];

    /// <summary>Empties a control and those that stand under its name.</summary>
    public void RemoveAll(string name)
    {
        foreach (var key in inputs.Keys.Where(key => key == name || key.StartsWith(name + ".", StringComparison.Ordinal)).ToList()) inputs.Remove(key);
    }

    /// <summary>Reasons typed beside warnings, by fingerprint.</summary>
    public IReadOnlyDictionary<string, string> Reasons => FindingReasons.Typed(Pairs);

    /// <summary>Every control with each of its values, by name.</summary>
    public IEnumerable<(string Name, string Value)> Pairs => inputs.SelectMany(input => input.Value.Select(value => (input.Key, value)));

    /// <summary>Numbers of the rows that a field of attachments or questions has, ascending; may be empty and have gaps.</summary>
    public IReadOnlyList<int> Rows(Field field) =>
        [.. inputs.Keys.Where(name => name.StartsWith(field.Name + ".", StringComparison.Ordinal))
            .Select(name => int.TryParse(name.Split('.')[1], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1)
            .Where(row => row >= 0).Distinct().Order()];

    /// <summary>Takes the controls of this type out of what was posted; everything else is left behind.</summary>
    public static ItemForm Read(ContentType type, IEnumerable<KeyValuePair<string, StringValues>> posted)
    {
        var form = new ItemForm(type);
        foreach (var (name, values) in posted)
            if (form.Knows(name)) form.inputs[name] = [.. values.Select(value => (value ?? "").Replace("\r\n", "\n", StringComparison.Ordinal))];
        return form;
    }

    /// <summary>The controls as they show a stored version.</summary>
    /// <param name="slug">Empty where it is still to be chosen.</param>
    public static ItemForm Of(ContentType type, string slug, JsonObject values, DateTimeOffset? publishAt, DateTimeOffset? expireAt)
    {
        var form = new ItemForm(type) { ["slug"] = slug };
        form.SetMoment("publishAt", publishAt);
        form.SetMoment("expireAt", expireAt);
        foreach (var field in type.Fields)
            if (values[field.Name] is { } value) form.Set(field, value);
        return form;
    }

    public static ItemForm FromJson(ContentType type, string json) =>
        Read(type, JsonSerializer.Deserialize<Dictionary<string, string[]>>(json)!
            .Select(pair => KeyValuePair.Create(pair.Key, new StringValues(pair.Value))));

    /// <summary>Stable text: the same input gives the same JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(inputs, ContentJson.Options);

    bool Knows(string name)
    {
        var first = name.Split('.')[0];
        return first is "slug" or "publishAt" or "expireAt" or "reason" || Type.Field(first) is not null;
    }

    void Set(Field field, JsonNode value)
    {
        switch (field.Kind)
        {
            case FieldKind.Date when JapaneseTime.ParseDate(value.ToString()) is { } date:
                this[field.Name] = JapaneseTime.Words(date);
                break;
            case FieldKind.DateTime:
                SetMoment(field.Name, JapaneseTime.Parse(value.ToString()));
                break;
            case FieldKind.Tags:
                this[field.Name] = string.Join("、", value.AsArray().Select(tag => tag!.ToString()));
                break;
            case FieldKind.References:
                inputs[field.Name] = [.. value.AsArray().Select(slug => slug!.ToString())];
                break;
            case FieldKind.Picture:
                this[field.Name + ".file"] = value["file"]?.ToString() ?? "";
                this[field.Name + ".alt"] = value["alt"]?.ToString() ?? "";
                if (value["decorative"]?.GetValue<bool>() == true) this[field.Name + ".decorative"] = "true";
                break;
            case FieldKind.Attachments:
                foreach (var (row, file) in value.AsArray().Index())
                {
                    this[Cell(field, row, "file")] = file!["file"]?.ToString() ?? "";
                    this[Cell(field, row, "title")] = file["title"]?.ToString() ?? "";
                }
                break;
            case FieldKind.Questions:
                QuestionRows.Set(this, field, value.AsArray());
                break;
            default:
                this[field.Name] = value.ToString();
                break;
        }
    }

    void SetMoment(string name, DateTimeOffset? moment)
    {
        if (moment is not { } at) return;
        this[name + ".date"] = JapaneseTime.Words(JapaneseTime.DateOf(at));
        this[name + ".time"] = at.ToOffset(JapaneseTime.Offset).ToString("H:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>Name of a control in a row of attachments or questions.</summary>
    public static string Cell(Field field, int row, string part) => string.Create(CultureInfo.InvariantCulture, $"{field.Name}.{row}.{part}");
}
