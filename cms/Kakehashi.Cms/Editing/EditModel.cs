using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Preview;
using Kakehashi.Content;

namespace Kakehashi.Cms.Editing;

/// <summary>Everything the edit screen shows.</summary>
/// <param name="Address">Where the form is posted; root-relative.</param>
/// <param name="Detail">The item as stored; null for a new one.</param>
/// <param name="BaseRevision">Revision that the form started from; 0 for a new item.</param>
public sealed record EditModel(ContentType Type, string Address, ItemForm Form, FieldSources Sources, ItemDetail? Detail, int BaseRevision)
{
    /// <summary>What to mend before it can be taken.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; init; } = [];

    /// <summary>What is missing before submission, in field order.</summary>
    public IReadOnlyList<Mistake> Missing { get; init; } = [];

    /// <summary>What the accessibility rules say about the saved revision; null where it has no page.</summary>
    public PageReport? Page { get; init; }

    /// <summary>Items whose texts link to this one.</summary>
    public IReadOnlyList<LinkingItem> Linking { get; init; } = [];

    /// <summary>Instant of the autosave that the form shows; null where it shows what is stored.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    /// <summary>The autosave started from an older revision than the newest.</summary>
    public bool IsBehind => Detail is not null && BaseRevision != Detail.Newest.Number;

    /// <summary>Names of others who typed in the last minutes.</summary>
    public IReadOnlyList<string> AlsoEditing { get; init; } = [];

    /// <summary>Submission goes to the secretariat first.</summary>
    public bool Check => Sources.Program.Workflow.Check;

    public string Title => Detail is null ? $"新しい{Type.Label}を書く" : $"{Type.Label}を直す";
}
