using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
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

    /// <summary>What is missing, does not exist or is not public in time; empty when it may be submitted or approved.</summary>
    public static async Task<IReadOnlyList<FieldProblem>> OfSubmissionAsync(
        CmsDb db, ItemRecord item, RevisionRecord revision, ProgramSettings program, DateTimeOffset now, CancellationToken ct)
    {
        var type = ContentType.Find(item.Type)!;
        var values = revision.ReadValues();
        List<FieldProblem> problems = [.. Validation.Check(type, values, program, Validation.Strictness.Complete).Select(p => new FieldProblem(p.Field.Name, p.Message))];
        var document = new ItemDocument { Type = item.Type, Slug = revision.Slug, Values = values };
        var targets = await TargetsAsync(db, item, document, revision.PublishAt > now ? revision.PublishAt.Value : now, ct);
        var media = (await db.Media.Select(m => m.Name).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var there = targets.Select(target => new ItemDocument { Type = target.Type.Name, Slug = target.Slug, Values = [] });
        problems.AddRange(new ContentSet([.. there], media).BrokenReferences(document).Select(p => new FieldProblem(p.Field, p.Message)));
        problems.AddRange(
            from reference in References.InFields(document)
            join target in targets on (reference.Type, reference.Slug) equals (target.Type, target.Slug)
            where !target.IsPublic
            select new FieldProblem(reference.Field.Name,
                $"「{reference.Field.Label}」が指す{target.Type.Label}「{target.Title}」は、まだ公開されていません。先に公開するか、公開中のものを選んでください。"));
        if (revision.ExpireAt <= now) problems.Add(new("expireAt", "公開終了の日時を過ぎています。先の日時にしてください。"));
        return problems;
    }

    // What the document's references lead to, as far as it exists, by any of its slugs.
    static async Task<List<Target>> TargetsAsync(CmsDb db, ItemRecord self, ItemDocument document, DateTimeOffset at, CancellationToken ct)
    {
        var references = References.Of(document).Distinct().ToDictionary(target => AddressClaims.KeyOf(target.Type, target.Slug), StringComparer.Ordinal);
        var held = await db.Addresses.AsNoTracking().Where(claim => references.Keys.Contains(claim.Address))
            .Join(db.Items.AsNoTracking(), claim => claim.ItemId, item => item.Id, (claim, item) => new { claim.Address, item })
            .Join(db.Revisions.AsNoTracking(), pair => pair.item.NewestRevisionId, newest => newest.Id, (pair, newest) => new { pair.Address, pair.item, newest.Title })
            .ToListAsync(ct);
        return [.. held.Select(found => new Target(references[found.Address].Type, references[found.Address].Slug, found.Title,
            found.item.Id == self.Id || IsPublicAt(found.item, references[found.Address].Slug, at)))];
    }

    /// <summary>Whether visitors see the item under that slug at an instant: now and not ended by then, or approved for then at the latest.</summary>
    internal static bool IsPublicAt(ItemRecord item, string slug, DateTimeOffset at) =>
        item.State == EditorialState.Approved && item.PublishDue <= at
        || item.LiveRevisionId is not null && !(item.ExpireDue <= at) && item.Aliases.Append(item.Slug).Contains(slug, StringComparer.Ordinal);

    sealed record Target(ContentType Type, string Slug, string Title, bool IsPublic);

    static bool IsInParts(DateTimeOffset? instant) => instant is { } at && at.Ticks % TimeSpan.TicksPerSecond != 0;
}
