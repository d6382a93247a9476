using System.Text.Json.Nodes;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>Pages that members write and the secretariat approves: two pairs of eyes, so that an approval publishes at once (E06).</summary>
public sealed class PublicPages
{
    /// <summary>Publishes a new page, or the next version of one, in the approval's transaction.</summary>
    /// <param name="itemId">Null = a new page.</param>
    /// <param name="said">What the member says; every field that the form asks for, null where it was left empty. Other fields stay as they are.</param>
    /// <param name="author">The member.</param>
    public async Task<(ItemRecord? Item, Decision? Refusal)> PublishAsync(Approval step, ContentType type, Guid? itemId, JsonObject said, Guid author, CancellationToken ct)
    {
        var (db, now) = (step.Db, step.Now);
        var item = itemId is { } id ? await db.LockItemAsync(id, ct) : null;
        var newest = item is null ? null : await db.Revisions.AsNoTracking().SingleAsync(revision => revision.Id == item.NewestRevisionId, ct);
        if (item is not null && item.NewestRevisionId != (item.LiveRevisionId ?? item.EndedRevisionId))
            return (null, new Decision.NotLegal($"{type.Label}「{newest!.Title}」に、公開していない版（{item.State.Label()}）があります。先にその版を公開してから、承認してください。"));
        var values = newest?.ReadValues() ?? [];
        foreach (var (field, value) in said) values[field] = value?.DeepClone();
        values["section"] ??= await SectionAsync(db, step, ct);
        values = CanonicalValues.Of(type, values);

        var slug = newest?.Slug ?? Slug.Create(JapaneseTime.DateOf(now));
        var revision = new RevisionRecord
        {
            Id = Guid.CreateVersion7(now),
            ItemId = item?.Id ?? Guid.CreateVersion7(now),
            Number = (newest?.Number ?? 0) + 1,
            Slug = slug,
            Title = values["title"]?.ToString() ?? "",
            Values = values.ToJsonString(ContentJson.Options),
            AuthorId = author,
            CreatedAt = now,
        };
        if (item is null) db.Items.Add(item = new ItemRecord { Id = revision.ItemId, Type = type.Name, Slug = slug, NewestRevisionId = revision.Id, CreatedAt = now });
        db.Revisions.Add(revision);
        (item.NewestRevisionId, item.State, item.TouchedAt) = (revision.Id, EditorialState.Approved, now);
        await db.SaveChangesAsync(ct);
        if (await AddressClaims.RenewAsync(db, type, item, ct) is { } taken) return (null, new Decision.Invalid([taken]));
        await Publisher.LockAsync(db, ct);
        List<FieldProblem> problems = [.. DraftCheck.OfDraft(type, new Draft(slug, values, null, null), step.Program), .. await DraftCheck.OfSubmissionAsync(db, item, revision, step.Program, now, ct)];
        if (problems.Count > 0) return (null, new Decision.Invalid([.. problems.DistinctBy(problem => problem.Message)]));
        await Publisher.GoLiveAsync(db, item, revision, now, ct);
        step.Steps.Add(("item.approve", $"item:{item.Id}", new JsonObject { ["revision"] = revision.Number, ["state"] = item.State.ToString(), ["submission"] = step.Record.Id.ToString() }));
        return (item, null);
    }

    /// <summary>Ends a member's own page and those of its seeds, in the approval's transaction.</summary>
    /// <returns>Null, or why it is not possible yet: other pages refer to them.</returns>
    public async Task<Decision?> EndAsync(Approval step, MemberRecord member, CancellationToken ct)
    {
        var (db, now) = (step.Db, step.Now);
        // As everybody does: first items, in the order of their ids; then what is public; last the audit log.
        var items = new List<ItemRecord>();
        foreach (var id in (await PagesOfAsync(db, member, ct)).Order()) items.Add((await db.LockItemAsync(id, ct))!);
        await Publisher.LockAsync(db, ct);
        if ((await PagesOfAsync(db, member, ct)).Except(items.Select(item => item.Id)).Any())
            return new Decision.NotLegal("この会員のシーズが、たった今公開されました。もう一度承認してください。");
        // Seeds first: they refer to the member.
        foreach (var item in items.Where(item => item.LiveRevisionId is not null).OrderBy(item => item.Id == member.ItemId))
        {
            if (await PublicUses.OfItemAsync(db, item, ct) is { } uses)
                return new Decision.NotLegal($"この会員のページ（{item.Slug}）は、{uses}が使っています。先にそちらを直してから、承認してください。");
            await Publisher.EndAsync(db, item, now, ct);
            item.TouchedAt = now;
            await db.SaveChangesAsync(ct);
            step.Steps.Add(("item.end", $"item:{item.Id}", new JsonObject { ["state"] = item.State.ToString(), ["submission"] = step.Record.Id.ToString() }));
        }
        return null;
    }

    /// <summary>Others whose texts link to a member's page or to one of its seeds: what the end of these leaves with a link to nothing.</summary>
    internal static async Task<IReadOnlyList<LinkingItem>> LinkingAsync(CmsDb db, MemberRecord member, Uri site, CancellationToken ct)
    {
        var ids = await PagesOfAsync(db, member, ct);
        List<LinkingItem> linking = [];
        foreach (var item in await db.Items.AsNoTracking().Where(item => ids.Contains(item.Id)).OrderBy(item => item.Id).ToListAsync(ct))
            linking.AddRange(await PublicUses.LinkingAsync(db, item, site, ct));
        return [.. linking.Where(use => !ids.Contains(use.Id)).DistinctBy(use => use.Id)];
    }

    static async Task<List<Guid>> PagesOfAsync(CmsDb db, MemberRecord member, CancellationToken ct)
    {
        var page = await db.Items.AsNoTracking().SingleAsync(item => item.Id == member.ItemId, ct);
        return [page.Id, .. (await SeedsOfAsync(db, page, ct)).Select(seed => seed.Id)];
    }

    /// <summary>Public seeds of a member's page, oldest first; not tracked.</summary>
    internal static async Task<List<ItemRecord>> SeedsOfAsync(CmsDb db, ItemRecord page, CancellationToken ct)
    {
        var slugs = page.Aliases.Append(page.Slug).ToHashSet(StringComparer.Ordinal);
        var type = ContentType.Of<Seed>().Name;
        var live = await db.Items.AsNoTracking().Where(item => item.Type == type && item.LiveRevisionId != null)
            .Join(db.Revisions, item => item.LiveRevisionId, revision => revision.Id, (item, revision) => new { item, revision.Values }).ToListAsync(ct);
        return [.. live.Where(pair => slugs.Contains(JsonNode.Parse(pair.Values)!["member"]?.ToString() ?? "")).Select(pair => pair.item).OrderBy(item => item.Id)];
    }

    // The section that answers the form, otherwise the first one.
    static async Task<string?> SectionAsync(CmsDb db, Approval step, CancellationToken ct)
    {
        if (step.Program.Forms.FirstOrDefault(form => form.Name == step.Record.Form) is { Section: var named }) return named;
        var type = ContentType.Of<Section>().Name;
        return await db.Items.Where(item => item.Type == type && item.LiveRevisionId != null).OrderBy(item => item.CreatedAt).Select(item => item.Slug).FirstOrDefaultAsync(ct);
    }
}
