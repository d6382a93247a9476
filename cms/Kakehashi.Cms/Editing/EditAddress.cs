using Kakehashi.Content;

namespace Kakehashi.Cms.Editing;

/// <summary>Where an edit screen stands: an item's, or that of one not saved yet.</summary>
/// <param name="Key">The item's id; for a new one the id that it will have, so that two windows do not mix and what is sent twice is made once.</param>
public sealed record EditAddress(ContentType Type, Guid Key, bool IsNew)
{
    /// <summary>Root-relative.</summary>
    public string Path => IsNew ? $"/items/{Type.Folder}/new/{Key}" : $"/items/{Type.Folder}/{Key}/edit";

    /// <summary>Under which an autosave is kept.</summary>
    public string Subject => IsNew ? Autosaves.NewSubject(Type, Key) : Autosaves.SubjectOf(Key);

    /// <summary>The address of a path; null where it is no edit screen.</summary>
    public static EditAddress? Parse(string? path) => path?.Split('/') switch
    {
        ["", "items", var folder, "new", var key] when ContentType.FindByFolder(folder) is { } type && Guid.TryParse(key, out var id) => new(type, id, true),
        ["", "items", var folder, var key, "edit"] when ContentType.FindByFolder(folder) is { } type && Guid.TryParse(key, out var id) => new(type, id, false),
        _ => null,
    };
}
