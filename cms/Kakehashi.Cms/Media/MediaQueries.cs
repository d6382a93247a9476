using Kakehashi.Cms.Editing;
using Kakehashi.Content;

namespace Kakehashi.Cms.Media;

/// <summary>Files as the edit form shows them.</summary>
public sealed class MediaQueries(MediaLibrary library)
{
    /// <summary>The files that the form's picture fields name, as far as they exist, by name.</summary>
    public async Task<IReadOnlyDictionary<string, MediaFile>> UsedInAsync(ItemForm form, CancellationToken ct)
    {
        var found = new Dictionary<string, MediaFile>(StringComparer.Ordinal);
        foreach (var field in form.Type.Fields.Where(field => field.Kind == FieldKind.Picture))
            if (form[field.Name + ".file"] is { Length: > 0 } name && await library.FindAsync(name, ct) is { } file) found[name] = file.ToMediaFile();
        return found;
    }
}
