using System.Reflection;
using System.Text.Json;

namespace Kakehashi.Content;

/// <summary>Description of one field of a content type.</summary>
public sealed class Field
{
    readonly FieldAttribute attribute;

    internal Field(PropertyInfo property, FieldAttribute attribute)
    {
        this.attribute = attribute;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        FixedChoices = plain.IsEnum
            ? [.. Enum.GetNames(plain).Select(name => new Choice(JsonNamingPolicy.CamelCase.ConvertName(name), Labels.Of(plain, name)))]
            : [];
    }

    /// <summary>Key in JSON, YAML and the database: lower camel case; unique within the type.</summary>
    public string Name { get; }

    /// <summary>Japanese name shown to editors.</summary>
    public string Label => attribute.Label;

    /// <inheritdoc cref="FieldKind"/>
    public FieldKind Kind => attribute.Kind;

    /// <summary>An item without it cannot be submitted.</summary>
    public bool Required => attribute.Required;

    /// <summary>One Japanese sentence shown before the control, or null.</summary>
    public string? Hint => attribute.Hint;

    /// <summary>Heading of its group; null = the first group.</summary>
    public string? Group => attribute.Group;

    /// <summary>A column of the list screen.</summary>
    public bool ListColumn => attribute.ListColumn;

    /// <summary>Most characters of a text, most entries of a list, highest number.</summary>
    public int Max => attribute.Max > 0 ? attribute.Max : Kind switch
    {
        FieldKind.LongText or FieldKind.Markdown => 20_000,
        FieldKind.Number or FieldKind.Money => int.MaxValue,
        FieldKind.Tags or FieldKind.References or FieldKind.Attachments => 50,
        FieldKind.Questions => 30,
        FieldKind.Url => 2_000,
        _ => 254,
    };

    /// <summary>Type that a reference points to; null for other kinds.</summary>
    public ContentType? ReferenceType => attribute.To is { } record ? ContentType.Of(record) : null;

    /// <summary>Choices fixed in code, in order; empty when the programme gives them or the kind is another.</summary>
    public IReadOnlyList<Choice> FixedChoices { get; }

    /// <summary>Choices for this programme, in order; empty for kinds other than <see cref="FieldKind.Choice"/>.</summary>
    public IReadOnlyList<Choice> ChoicesIn(ProgramSettings program) => attribute.ChoicesFrom switch
    {
        null => FixedChoices,
        "categories" => [.. program.Categories.Select(category => new Choice(category.Slug, category.Name))],
        "fields" => [.. program.Fields.Select(field => new Choice(field.Slug, field.Name))],
        "areas" => [.. program.Areas.Select(area => new Choice(area.Slug, area.Name))],
        var list => throw new InvalidOperationException($"No list of the programme is called {list}."),
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>One choice of a field.</summary>
/// <param name="Value">Stored value.</param>
/// <param name="Label">Japanese text.</param>
public sealed record Choice(string Value, string Label);
