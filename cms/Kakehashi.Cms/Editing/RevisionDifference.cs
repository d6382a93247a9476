using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Store;
using Kakehashi.Content;

namespace Kakehashi.Cms.Editing;

/// <summary>What differs in one field.</summary>
/// <param name="Label">Japanese name of the field.</param>
public sealed record FieldDifference(string Label, IReadOnlyList<ComparedLine> Lines);

/// <summary>Compares two versions of an item field by field.</summary>
public static class RevisionDifference
{
    /// <summary>Fields that differ, in screen order; empty when both say the same.</summary>
    public static IReadOnlyList<FieldDifference> Between(ContentType type, Draft old, Draft now, FieldSources sources) =>
    [
        .. type.Fields.Select(field => Compare(field.Label, Text(field, old, sources), Text(field, now, sources)))
            .Append(Compare("アドレスの末尾", old.Slug, now.Slug))
            .Append(Compare("公開する日時", Words(old.PublishAt), Words(now.PublishAt)))
            .Append(Compare("公開を終える日時", Words(old.ExpireAt), Words(now.ExpireAt)))
            .OfType<FieldDifference>(),
    ];

    /// <summary>A stored revision as the draft it was saved from.</summary>
    public static Draft ToDraft(this RevisionRecord revision) =>
        new(revision.Slug, revision.ReadValues(), revision.PublishAt, revision.ExpireAt);

    static FieldDifference? Compare(string label, string old, string now) =>
        old == now ? null : new FieldDifference(label, LineDifference.Between(old, now));

    static string Text(Field field, Draft draft, FieldSources sources) =>
        ValueText.Of(field, draft.Values[field.Name], sources.Program, sources.TitleOf);

    static string Words(DateTimeOffset? at) => at is { } moment ? Moment.Words(moment) : "";
}
