using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Kakehashi.Content.Types;

namespace Kakehashi.Content;

/// <summary>Description of a content type, read once from its record: the source of screens, validation, JSON and files.</summary>
public sealed class ContentType
{
    /// <summary>All types, in the order of the navigation.</summary>
    public static IReadOnlyList<ContentType> All { get; } =
    [
        .. new[]
        {
            typeof(Article), typeof(Issue), typeof(Seed), typeof(Member), typeof(Event), typeof(Survey), typeof(WorkingGroup),
            typeof(SupportMeasure), typeof(CaseStudy), typeof(Specialist), typeof(Page), typeof(Section),
        }.Select(record => new ContentType(record)),
    ];

    static readonly FrozenDictionary<string, ContentType> ByName = All.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
    static readonly FrozenDictionary<string, ContentType> ByFolder = All.ToFrozenDictionary(type => type.Folder, StringComparer.Ordinal);
    static readonly FrozenDictionary<Type, ContentType> ByRecord = All.ToFrozenDictionary(type => type.Record);

    readonly FrozenDictionary<string, Field> fields;

    ContentType(Type record)
    {
        var description = record.GetCustomAttribute<ContentTypeAttribute>()
            ?? throw new InvalidOperationException($"{record} has no [ContentType].");
        (Record, Name, Label, Folder, Placement) = (record, description.Name, description.Label, description.Folder, description.Placement);
        Fields =
        [
            .. PropertiesInOrder(record)
                .Where(property => !description.Without.Contains(property.Name))
                .Select(property => (property, attribute: property.GetCustomAttribute<FieldAttribute>()))
                .Where(pair => pair.attribute is not null)
                .Select(pair => new Field(pair.property, pair.attribute!)),
        ];
        fields = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>The record that holds one item.</summary>
    public Type Record { get; }

    /// <summary>Lower camel case; unique.</summary>
    public string Name { get; }

    /// <summary>Japanese name of one item.</summary>
    public string Label { get; }

    /// <summary>Plural folder name; unique.</summary>
    public string Folder { get; }

    /// <inheritdoc cref="Content.Placement"/>
    public Placement Placement { get; }

    /// <summary>Fields in screen order; never empty.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The type of that name, or null.</summary>
    public static ContentType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The type of that folder, or null.</summary>
    public static ContentType? FindByFolder(string folder) => ByFolder.GetValueOrDefault(folder);

    /// <summary>The description of a content type's record.</summary>
    /// <exception cref="KeyNotFoundException">The record is no content type.</exception>
    public static ContentType Of(Type record) => ByRecord[record];

    /// <inheritdoc cref="Of(Type)"/>
    public static ContentType Of<T>() where T : Item => ByRecord[typeof(T)];

    /// <summary>The field of that name, or null.</summary>
    public Field? Field(string name) => fields.GetValueOrDefault(name);

    /// <summary>Public address of an item: root-relative with a trailing slash; null for types without pages.</summary>
    public string? Address(string slug) => Placement switch
    {
        Placement.Folder => $"/{Folder}/{slug}/",
        Placement.Root => $"/{slug}/",
        _ => null,
    };

    /// <summary>Reads a valid document as its record.</summary>
    /// <exception cref="JsonException">A value does not have its field's shape; <see cref="Validation"/> tells beforehand.</exception>
    public Item ToItem(ItemDocument document)
    {
        var item = (Item)(document.Values.Deserialize(Record, ContentJson.Options) ?? throw new JsonException("No values."));
        if (item is Types.Event happening) item = happening with { PlacesLeft = document.PlacesLeft };
        return item with
        {
            Slug = document.Slug,
            PublishAt = document.PublishAt,
            UpdatedAt = document.UpdatedAt,
            ExpireAt = document.ExpireAt,
            Aliases = document.Aliases,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    static IEnumerable<PropertyInfo> PropertiesInOrder(Type record)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return record.BaseType!.GetProperties(Own).Concat(record.GetProperties(Own));
    }
}
