using System.Text.Json.Nodes;

namespace Kakehashi.Content;

/// <summary>One version of an item with its values as JSON: what the database stores, the delivery API sends and files hold.</summary>
public sealed record ItemDocument
{
    /// <summary>Name of the content type.</summary>
    public required string Type { get; init; }

    /// <summary>Unique within the type.</summary>
    public required string Slug { get; init; }

    /// <summary>Instant of first publication; null while unpublished.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Instant of the last published change; null where there was none since publication.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Instant from which it is no longer public; null = open-ended.</summary>
    public DateTimeOffset? ExpireAt { get; init; }

    /// <summary>Former slugs that lead here, oldest first.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Places left at an event, as the CMS counts them; 0 = full, or others wait already. Null where there is no limit or nobody has applied yet. No content: folders do not hold it.</summary>
    public int? PlacesLeft { get; init; }

    /// <summary>Values by field name, each in its kind's shape; absent = empty.</summary>
    public required JsonObject Values { get; init; }

    /// <summary>Whether visitors may see it at that instant.</summary>
    public bool IsPublicAt(DateTimeOffset now) => PublishAt is { } from && from <= now && !(ExpireAt is { } until && until <= now);
}
