namespace Kakehashi.Content;

/// <summary>Describes one field of a content type. Fields stand on the screen in the order of their properties.</summary>
/// <param name="kind">What the field holds.</param>
/// <param name="label">Japanese name shown to editors.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(FieldKind kind, string label) : Attribute
{
    /// <inheritdoc cref="FieldAttribute(FieldKind, string)"/>
    public FieldKind Kind { get; } = kind;

    /// <summary>Japanese name shown to editors.</summary>
    public string Label { get; } = label;

    /// <summary>An item without it cannot be submitted.</summary>
    public bool Required { get; init; }

    /// <summary>Most characters (UTF-16 units) of a text, most entries of a list; 0 = the kind's own limit.</summary>
    public int Max { get; init; }

    /// <summary>One Japanese sentence shown before the control; may be null.</summary>
    public string? Hint { get; init; }

    /// <summary>Heading under which the screen groups fields; null = the first group.</summary>
    public string? Group { get; init; }

    /// <summary>Name of a list in the programme's settings that gives the choices: categories, fields or areas.</summary>
    public string? ChoicesFrom { get; init; }

    /// <summary>Content type that a reference points to.</summary>
    public Type? To { get; init; }

    /// <summary>A column of the list screen.</summary>
    public bool ListColumn { get; init; }
}

/// <summary>Marks a record as a content type.</summary>
/// <param name="name">Name in JSON and in the database: lower camel case.</param>
/// <param name="label">Japanese name of one item.</param>
/// <param name="folder">Folder of the folder format and first step of the public address.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ContentTypeAttribute(string name, string label, string folder) : Attribute
{
    /// <inheritdoc cref="ContentTypeAttribute(string, string, string)"/>
    public string Name { get; } = name;

    /// <summary>Japanese name of one item.</summary>
    public string Label { get; } = label;

    /// <summary>Plural, ASCII, lower case.</summary>
    public string Folder { get; } = folder;

    /// <summary>Where its items stand: below the folder, at the root, or on no page of their own.</summary>
    public Placement Placement { get; init; } = Placement.Folder;

    /// <summary>Properties of <see cref="Item"/> that this type does without.</summary>
    public string[] Without { get; init; } = [];
}

/// <summary>Where the items of a type stand on the public site.</summary>
public enum Placement
{
    /// <summary><c>/folder/slug/</c>, with a list at <c>/folder/</c>.</summary>
    Folder,

    /// <summary><c>/slug/</c>.</summary>
    Root,

    /// <summary>No page of its own; shown on the pages of others.</summary>
    None,
}

/// <summary>Japanese name of an enum's member.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string text) : Attribute
{
    /// <summary>Shown to editors and visitors.</summary>
    public string Text { get; } = text;
}
