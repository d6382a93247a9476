using System.Text.Json.Nodes;
using Kakehashi.Content;

namespace Kakehashi.Cms.Editing;

/// <summary>What a document points to.</summary>
static class References
{
    /// <summary>Type and slug of every reference, in field order; well-formed slugs only.</summary>
    public static IEnumerable<(ContentType Type, string Slug)> Of(ItemDocument document) => InFields(document).Select(reference => (reference.Type, reference.Slug));

    /// <inheritdoc cref="Of"/>
    public static IEnumerable<(Field Field, ContentType Type, string Slug)> InFields(ItemDocument document)
    {
        foreach (var field in ContentType.Find(document.Type)!.Fields)
            if (field.ReferenceType is { } target)
                foreach (var entry in document.Values[field.Name] is JsonArray list ? list.AsEnumerable() : Enumerable.Repeat(document.Values[field.Name], 1))
                    if (entry is JsonValue text && text.TryGetValue<string>(out var slug) && Slug.IsValid(slug)) yield return (field, target, slug);
    }
}
