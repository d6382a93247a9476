using Kakehashi.Cms.Programs;
using Kakehashi.Content;

namespace Kakehashi.Cms.Editing;

/// <summary>What the controls of one form choose from, and what values are called.</summary>
/// <param name="Program">Gives the choices that the programme sets.</param>
/// <param name="Items">By type name: what a reference may point to, ordered by title.</param>
/// <param name="Media">Files of the library by name.</param>
public sealed record FieldSources(
    ProgramSettings Program,
    IReadOnlyDictionary<string, IReadOnlyList<Choice>> Items,
    IReadOnlyDictionary<string, MediaFile> Media)
{
    /// <summary>Title of an item that a reference points to; null where it is unknown.</summary>
    public string? TitleOf(ContentType type, string slug) =>
        Items.GetValueOrDefault(type.Name)?.FirstOrDefault(choice => choice.Value == slug)?.Label;
}

/// <summary>Gathers <see cref="FieldSources"/>: one query for each type that is referred to.</summary>
public sealed class FieldSourceQueries(ItemQueries items, ProgramStore programs)
{
    /// <summary>For the edit form and comparisons: every field.</summary>
    public Task<FieldSources> ForFormAsync(ContentType type, IReadOnlyDictionary<string, MediaFile> media, CancellationToken ct) =>
        GatherAsync(type.Fields, media, ct);

    /// <summary>For the list: its columns.</summary>
    public Task<FieldSources> ForListAsync(ContentType? type, CancellationToken ct) =>
        GatherAsync(type?.Fields.Where(field => field.ListColumn) ?? [], new Dictionary<string, MediaFile>(), ct);

    async Task<FieldSources> GatherAsync(IEnumerable<Field> fields, IReadOnlyDictionary<string, MediaFile> media, CancellationToken ct)
    {
        var choices = new Dictionary<string, IReadOnlyList<Choice>>(StringComparer.Ordinal);
        foreach (var target in fields.Select(field => field.ReferenceType).OfType<ContentType>().Distinct())
            choices[target.Name] = await items.ChoicesAsync(target, ct);
        return new FieldSources(await programs.CurrentAsync(ct), choices, media);
    }
}
