using System.Text.Json.Nodes;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Store;

/// <summary>One thing that is edited: it has many revisions, of which at most one is live.</summary>
public sealed class ItemRecord
{
    public Guid Id { get; init; }

    /// <summary>Name of the content type.</summary>
    public required string Type { get; init; }

    /// <summary>Slug of the live revision, or of the newest one while none was ever live.</summary>
    public required string Slug { get; set; }

    /// <summary>Former public slugs, oldest first.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary>State of the newest revision.</summary>
    public EditorialState State { get; set; }

    public required Guid NewestRevisionId { get; set; }

    /// <summary>What visitors see; null while nothing is public.</summary>
    public Guid? LiveRevisionId { get; set; }

    /// <summary>What visitors saw last; null while something is public and before anything was.</summary>
    public Guid? EndedRevisionId { get; set; }

    /// <summary>When it stopped being public, UTC; null exactly when <see cref="EndedRevisionId"/> is.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the clock makes the approved revision public, UTC; null when nothing waits.</summary>
    public DateTimeOffset? PublishDue { get; set; }

    /// <summary>When the clock ends what is public, UTC; null when it is open-ended or nothing is public.</summary>
    public DateTimeOffset? ExpireDue { get; set; }

    /// <summary>First publication, UTC; null until then.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Last published change after the first, UTC; null while there is none.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last save or transition, UTC.</summary>
    public DateTimeOffset TouchedAt { get; set; }

    /// <summary>Row version (PostgreSQL xmin).</summary>
    public uint Version { get; private set; }
}

/// <summary>One saved version; never changed after it is written.</summary>
public sealed class RevisionRecord
{
    public Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>From 1, without gaps within the item.</summary>
    public required int Number { get; init; }

    public required string Slug { get; init; }

    /// <summary>Title at that time, for lists and search.</summary>
    public required string Title { get; init; }

    /// <summary>Values as JSON (jsonb, which keeps no order).</summary>
    public required string Values { get; init; }

    /// <summary>Wished instant of publication, UTC; null = as soon as approved.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Instant at which it stops being public, UTC; null = open-ended.</summary>
    public DateTimeOffset? ExpireAt { get; init; }

    public required Guid AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A fresh copy of the values.</summary>
    public JsonObject ReadValues() => JsonNode.Parse(Values)!.AsObject();
}

/// <summary>An address that an item holds, by its current, next or former slug. The key makes a second claim impossible.</summary>
public sealed class AddressClaim
{
    /// <summary><c>/articles/slug/</c>, or <c>section:slug</c> for types without pages.</summary>
    public required string Address { get; init; }

    public required Guid ItemId { get; init; }
}

/// <summary>What a person told another about an item: why it was returned, what to look at.</summary>
public sealed class ReviewComment
{
    public Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    public required int RevisionNumber { get; init; }

    public required EditorialAction Action { get; init; }

    public required string Text { get; init; }

    public required Guid AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
