using System.Text.Json.Serialization;

namespace Kakehashi.Content.Delivery;

/// <summary>One published item as <c>/delivery/v1</c> sends it.</summary>
/// <param name="Id">Stable for ever.</param>
/// <param name="Document">Its published version.</param>
public sealed record DeliveryItem(Guid Id, ItemDocument Document);

/// <summary>A page of items in the order of their ids.</summary>
/// <param name="Items">At most 200.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
/// <param name="Sequence">Last change that was committed before this page was read.</param>
public sealed record DeliveryPage(IReadOnlyList<DeliveryItem> Items, string? Next, long Sequence);

/// <summary>What happened to a public thing.</summary>
public enum ChangeKind
{
    /// <summary>Published for the first time or again.</summary>
    Upsert,

    /// <summary>Withdrawn, expired or deleted.</summary>
    Remove,
}

/// <summary>One change of what is public. Sequence numbers have no gaps, and commit order is their order.</summary>
/// <param name="Sequence">From 1.</param>
/// <param name="Subject"><c>item</c>, <c>media</c> or <c>program</c>.</param>
/// <param name="Id">Item concerned; null for media and settings.</param>
/// <param name="Item">The new version of an upserted item, otherwise null.</param>
/// <param name="Media">The new state of an upserted file, otherwise null.</param>
/// <param name="Name">Name of a media file, otherwise null.</param>
public sealed record DeliveryChange(
    long Sequence, string Subject, ChangeKind Kind, Guid? Id = null, ItemDocument? Item = null, MediaFile? Media = null, string? Name = null);

/// <summary>Changes after a sequence number.</summary>
/// <param name="Changes">Ascending, at most 500; empty when the wait ended without any.</param>
/// <param name="Sequence">Number to ask from next time.</param>
public sealed record DeliveryChanges(IReadOnlyList<DeliveryChange> Changes, long Sequence);

/// <summary>The programme: its settings, media library, accessibility tests and self-evaluations.</summary>
/// <param name="Settings">As in <c>program.yaml</c>.</param>
/// <param name="Media">Every file that published content may use, ordered by name (ordinal).</param>
/// <param name="Tests">By fiscal year; may be empty. A change of the subject <c>program</c> brings new ones.</param>
/// <param name="Evaluations">Self-evaluations by fiscal year; may be empty. They change as the tests do.</param>
/// <param name="Sequence">Last change committed before this was read.</param>
public sealed record DeliveryProgram(
    ProgramSettings Settings, IReadOnlyList<MediaFile> Media, [property: JsonRequired] IReadOnlyList<AccessibilityTest> Tests,
    [property: JsonRequired] IReadOnlyList<EvaluationDocument> Evaluations, [property: JsonRequired] long Sequence);
