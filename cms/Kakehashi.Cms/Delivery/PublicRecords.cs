using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;

namespace Kakehashi.Cms.Delivery;

/// <summary>The published version of an item, as a whole document.</summary>
public sealed class PublicItem
{
    public required Guid Id { get; init; }

    public required string Type { get; init; }

    /// <summary><see cref="Content.ItemDocument"/> as JSON, bytes kept.</summary>
    public required string Document { get; set; }

    /// <summary>Change that wrote this version.</summary>
    public required long Sequence { get; set; }

    /// <summary>The document as it is told.</summary>
    public ItemDocument Read() => JsonSerializer.Deserialize<ItemDocument>(Document, ContentJson.Options)!;
}

/// <summary>A file that published content uses.</summary>
public sealed class PublicMedia
{
    public required string Name { get; init; }

    public required string Hash { get; set; }

    /// <summary><see cref="Content.MediaFile"/> as JSON, bytes kept.</summary>
    public required string File { get; set; }
}

/// <summary>The programme's settings in force. One row.</summary>
public sealed class PublicProgram
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary><see cref="Content.ProgramSettings"/> as JSON, bytes kept.</summary>
    public required string Settings { get; set; }
}

/// <summary>The published accessibility test of one fiscal year.</summary>
public sealed class PublicTest
{
    public required int FiscalYear { get; init; }

    /// <summary>Whole file, bytes kept.</summary>
    public required string Document { get; set; }
}

/// <summary>取組確認・評価表 as visitors see it.</summary>
public sealed class PublicEvaluation
{
    public required int FiscalYear { get; init; }

    /// <summary>Whole file, bytes kept.</summary>
    public required string Document { get; set; }
}

/// <summary>That something public changed; what it is now stands in the other tables, so nothing withdrawn lingers here.</summary>
public sealed class PublicChange
{
    /// <summary>From 1, without gaps, in the order of commits.</summary>
    public required long Sequence { get; init; }

    /// <summary><c>item</c>, <c>media</c> or <c>program</c>.</summary>
    public required string Subject { get; init; }

    public required ChangeKind Kind { get; init; }

    public Guid? ItemId { get; init; }

    public string? MediaName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>The last sequence number given. Its row lock, held until commit, makes commit order the order of numbers.</summary>
public sealed class ChangeCounter
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    public long Value { get; init; }
}
