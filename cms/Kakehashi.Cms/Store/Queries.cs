using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Store;

/// <summary>Reads that several slices share.</summary>
static class Queries
{
    /// <summary>The item, locked until the transaction ends; null when there is none.</summary>
    public static Task<ItemRecord?> LockItemAsync(this CmsDb db, Guid id, CancellationToken ct) =>
        db.Items.FromSql($"SELECT *, xmin FROM items WHERE id = {id} FOR UPDATE").AsTracking().SingleOrDefaultAsync(ct);

    /// <summary>Pattern of LIKE that finds the text anywhere, taken literally.</summary>
    public static string Containing(string text) =>
        $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    /// <summary>Whether two revisions say the same in every respect but number, author and time.</summary>
    public static bool SaysTheSameAs(this RevisionRecord one, RevisionRecord other) =>
        one.Slug == other.Slug && one.PublishAt == other.PublishAt && one.ExpireAt == other.ExpireAt
        && System.Text.Json.Nodes.JsonNode.DeepEquals(one.ReadValues(), other.ReadValues());

    /// <summary>The revision as its item would publish it.</summary>
    public static ItemDocument DocumentOf(this RevisionRecord revision, ItemRecord item) => new()
    {
        Type = item.Type,
        Slug = revision.Slug,
        PublishAt = item.PublishedAt?.ToOffset(JapaneseTime.Offset),
        UpdatedAt = item.UpdatedAt?.ToOffset(JapaneseTime.Offset),
        ExpireAt = revision.ExpireAt?.ToOffset(JapaneseTime.Offset),
        Aliases = item.Aliases,
        Values = CanonicalValues.Of(ContentType.Find(item.Type)!, revision.ReadValues()),
    };
}
