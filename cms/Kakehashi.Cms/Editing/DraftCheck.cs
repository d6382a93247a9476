using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Editing;

/// <summary>Finds what keeps a draft from being saved or submitted.</summary>
static class DraftCheck
{
    /// <summary>Mistakes of form; empty when it may be saved.</summary>
    public static IReadOnlyList<FieldProblem> OfDraft(ContentType type, Draft draft, ProgramSettings program)
    {
        List<FieldProblem> problems = [.. Validation.Check(type, draft.Values, program, Validation.Strictness.Draft).Select(p => new FieldProblem(p.Field.Name, p.Message))];
        if (!Slug.IsValid(draft.Slug)) problems.Add(new("slug", $"アドレスの名前「{draft.Slug}」は使えません。{Slug.Rule}"));
        else if (ContentSet.IsReserved(type, draft.Slug))
            problems.Add(new("slug", $"アドレス {type.Address(draft.Slug)} はこのサイトの決まったページが使います。別の名前にしてください。"));
        if (draft.ExpireAt <= draft.PublishAt) problems.Add(new("expireAt", "公開終了の日時は、公開の日時より後にしてください。"));
        if (IsInParts(draft.PublishAt)) problems.Add(new("publishAt", "公開の日時は秒までで指定してください。"));
        if (IsInParts(draft.ExpireAt)) problems.Add(new("expireAt", "公開終了の日時は秒までで指定してください。"));
        return problems;
    }

    /// <summary>What is missing or does not exist; empty when it may be submitted.</summary>
    public static async Task<IReadOnlyList<FieldProblem>> OfSubmissionAsync(
        CmsDb db, ItemRecord item, RevisionRecord revision, ProgramSettings program, DateTimeOffset now, CancellationToken ct)
    {
        var type = ContentType.Find(item.Type)!;
        var values = revision.ReadValues();
        List<FieldProblem> problems = [.. Validation.Check(type, values, program, Validation.Strictness.Complete).Select(p => new FieldProblem(p.Field.Name, p.Message))];
        var document = new ItemDocument { Type = item.Type, Slug = revision.Slug, Values = values };
        var referred = await ReferredAsync(db, document, ct);
        var media = (await db.Media.Select(m => m.Name).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(new ContentSet(referred, media).BrokenReferences(document).Select(p => new FieldProblem(p.Field, p.Message)));
        if (revision.ExpireAt <= now) problems.Add(new("expireAt", "公開終了の日時を過ぎています。先の日時にしてください。"));
        return problems;
    }

    // The items that the document's references lead to, as far as they exist, by any of their slugs.
    static async Task<List<ItemDocument>> ReferredAsync(CmsDb db, ItemDocument document, CancellationToken ct)
    {
        var targets = References.Of(document).Distinct().ToDictionary(target => AddressClaims.KeyOf(target.Type, target.Slug), StringComparer.Ordinal);
        var held = await db.Addresses.AsNoTracking().Where(claim => targets.Keys.Contains(claim.Address)).Select(claim => claim.Address).ToListAsync(ct);
        return [.. held.Select(address => new ItemDocument { Type = targets[address].Type.Name, Slug = targets[address].Slug, Values = [] })];
    }

    static bool IsInParts(DateTimeOffset? instant) => instant is { } at && at.Ticks % TimeSpan.TicksPerSecond != 0;
}
