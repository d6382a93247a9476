using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Reasons;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Editing;

/// <summary>Writes, submits, judges and ends items. Every call is one transaction: it happens whole, with its audit row, or not at all.</summary>
public sealed class EditorialDesk(
    IDbContextFactory<CmsDb> databases, ProgramStore programs, AccessibilityCheck accessibility, FindingReasons reasons, AuditTrail audit, Notifications notifications, TimeProvider time)
{
    /// <summary>Makes an item with its first revision, under an id of its own.</summary>
    public Task<Outcome> CreateAsync(ContentType type, Draft draft, Actor actor, CancellationToken ct) => CreateAsync(type, Guid.CreateVersion7(Now()), draft, actor, ct);

    /// <summary>Makes an item with its first revision. The same again makes no second one.</summary>
    /// <param name="id">Chosen by whoever asks, so that what is sent twice is known again.</param>
    public async Task<Outcome> CreateAsync(ContentType type, Guid id, Draft draft, Actor actor, CancellationToken ct)
    {
        if (Refusal(actor, EditorialAction.Save) is { } refused) return refused;
        var now = Now();
        var asked = draft;
        draft = draft with { Slug = draft.Slug.Length == 0 ? Slug.Create(JapaneseTime.DateOf(now)) : draft.Slug, Values = CanonicalValues.Of(type, draft.Values) };
        if (DraftCheck.OfDraft(type, draft, await programs.CurrentAsync(ct)) is { Count: > 0 } problems) return new Outcome.Invalid(problems);

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Waits for whoever makes the same item at this moment.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({id.ToString()}, 0))", ct);
        if (await db.Items.AnyAsync(i => i.Id == id, ct))
        {
            await transaction.DisposeAsync();
            return await SaveAsync(id, 0, asked, actor, ct);
        }
        var revision = Revision(id, 1, draft, actor, now);
        var item = new ItemRecord { Id = id, Type = type.Name, Slug = revision.Slug, NewestRevisionId = revision.Id, CreatedAt = now, TouchedAt = now };
        db.AddRange(item, revision);
        await db.SaveChangesAsync(ct);
        if (await AddressClaims.RenewAsync(db, type, item, ct) is { } taken) return new Outcome.Invalid([taken]);
        await db.Autosaves.Where(a => a.AccountId == actor.Id && a.Subject == Autosaves.NewSubject(type, id)).ExecuteDeleteAsync(ct);
        await AuditAsync(db, actor, "create", item, revision, null, ct);
        await transaction.CommitAsync(ct);
        return new Outcome.Done(item);
    }

    /// <summary>Adds a revision. What is public stays as it is. What this actor has just saved on the same base is not saved again.</summary>
    /// <param name="baseRevision">Number of the revision that the editor saw.</param>
    public async Task<Outcome> SaveAsync(Guid itemId, int baseRevision, Draft draft, Actor actor, CancellationToken ct)
    {
        var program = await programs.CurrentAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.LockItemAsync(itemId, ct) is not { } item) return new Outcome.NotFound();
        var newest = await db.Revisions.SingleAsync(r => r.Id == item.NewestRevisionId, ct);
        if (Refusal(actor, EditorialAction.Save) is { } refused) return refused;
        var type = ContentType.Find(item.Type)!;
        draft = draft with { Slug = draft.Slug.Length == 0 ? newest.Slug : draft.Slug, Values = CanonicalValues.Of(type, draft.Values) };
        var now = Now();
        var revision = Revision(itemId, newest.Number + 1, draft, actor, now);
        if (newest.Number == baseRevision + 1 && newest.AuthorId == actor.Id && revision.SaysTheSameAs(newest)) return new Outcome.Done(item);
        if (newest.Number != baseRevision) return new Outcome.Conflict(newest);
        if (Editorial.Next(item.State, EditorialAction.Save, check: false) is not { } next) return NotLegal(item.State, EditorialAction.Save);

        if (DraftCheck.OfDraft(type, draft, program) is { Count: > 0 } problems) return new Outcome.Invalid(problems);
        await db.Autosaves.Where(a => a.AccountId == actor.Id && a.Subject == Autosaves.SubjectOf(itemId)).ExecuteDeleteAsync(ct);
        if (!revision.SaysTheSameAs(newest))
        {
            db.Revisions.Add(revision);
            (item.NewestRevisionId, item.State, item.TouchedAt) = (revision.Id, next, now);
            if (item.LiveRevisionId is null && item.EndedRevisionId is null) item.Slug = revision.Slug;
            await db.SaveChangesAsync(ct);
            if (await AddressClaims.RenewAsync(db, type, item, ct) is { } taken) return new Outcome.Invalid([taken]);
            await AuditAsync(db, actor, "save", item, revision, null, ct);
        }
        await transaction.CommitAsync(ct);
        return new Outcome.Done(item);
    }

    /// <summary>Takes an action of the workflow on the newest revision.</summary>
    /// <param name="action">Any but Save and Publish.</param>
    /// <param name="comment">Obligatory for Return and End.</param>
    public async Task<Outcome> ActAsync(Guid itemId, int baseRevision, EditorialAction action, string? comment, Actor actor, CancellationToken ct)
    {
        var program = await programs.CurrentAsync(ct);
        // Before the transaction: rendering takes its time, and a revision never changes.
        var page = action is (EditorialAction.Submit or EditorialAction.Approve) && Refusal(actor, action) is null ? await accessibility.OfAsync(itemId, baseRevision, ct) : null;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.LockItemAsync(itemId, ct) is not { } item) return new Outcome.NotFound();
        if (action is EditorialAction.Save or EditorialAction.Publish) throw new ArgumentOutOfRangeException(nameof(action));
        var newest = await db.Revisions.SingleAsync(r => r.Id == item.NewestRevisionId, ct);
        if (Refusal(actor, action) is { } refused) return refused;
        if (newest.Number != baseRevision) return new Outcome.Conflict(newest);
        if (Editorial.Next(item.State, action, program.Workflow.Check) is not { } next
            || action == EditorialAction.End && item.LiveRevisionId is null) return NotLegal(item.State, action);
        comment = FieldInput.Lines(comment ?? "");
        if (comment.Length == 0 && action is (EditorialAction.Return or EditorialAction.End))
            return new Outcome.Invalid([new FieldProblem("comment", "理由を入力してください。担当の人に伝わります。")]);
        if (comment.Length > 2_000) return new Outcome.Invalid([new FieldProblem("comment", "理由は2000字以内にしてください。")]);

        var now = Now();
        if (action is EditorialAction.Approve or EditorialAction.End) await Publisher.LockAsync(db, ct);
        if (action == EditorialAction.Submit && await DraftCheck.OfSubmissionAsync(db, item, newest, program, now, ct) is { Count: > 0 } problems)
            return new Outcome.Invalid(problems);
        if (action == EditorialAction.Approve && await ApprovalRefusalAsync(db, item, newest, program, actor, now, ct) is { } notApproved) return notApproved;
        if (action == EditorialAction.End && await PublicUses.OfItemAsync(db, item, ct) is { } uses)
            return new Outcome.NotLegal($"この{ContentType.Find(item.Type)!.Label}は、{uses}が使っています。先にそちらを直してから、公開を終えてください。");
        if (page is { Reached: false }) return new Outcome.Unjudged($"{AccessibilityCheck.Away}{(action == EditorialAction.Submit
            ? "下書きは保存されています。しばらくしてから、もう一度提出してください。"
            : "提出されたものはそのまま残っています。しばらくしてから、もう一度承認してください。")}");
        if (page is { Errors: { Count: > 0 } barriers }) return new Outcome.Invalid(barriers);
        if (page?.Unreasoned.ToList() is { Count: > 0 } open)
            return new Outcome.Invalid([.. open.Select(warning => new FieldProblem(FindingReasons.InputOf(warning.Fingerprint), $"{warning.Words}{(action == EditorialAction.Submit
                ? "直すか、直さない理由を入力してください。"
                : "直さない理由が書かれていません。差し戻して、直すか理由を書いてもらってください。")}"))]);

        await RevisionChecks.KeepAsync(db, item.Id, newest.Number, page, now, ct);
        item.TouchedAt = now;
        if (action != EditorialAction.End) item.State = next;
        if (comment.Length > 0) db.Comments.Add(Comment(item, newest, action, comment, actor, now));
        if (action is EditorialAction.Recall or EditorialAction.Return) item.PublishDue = null;
        if (action == EditorialAction.Approve) item.PublishDue = newest.PublishAt > now ? newest.PublishAt : null;
        if (action == EditorialAction.Approve && item.PublishDue is null) await Publisher.GoLiveAsync(db, item, newest, now, ct);
        if (action == EditorialAction.End) await Publisher.EndAsync(db, item, now, ct);
        await notifications.AddAsync(db, item, newest, action, comment, actor, now, ct);
        await db.SaveChangesAsync(ct);
        await AuditAsync(db, actor, JsonNamingOf(action), item, newest, comment, ct);
        await transaction.CommitAsync(ct);
        return new Outcome.Done(item);
    }

    /// <summary>Keeps why warnings of a revision's page may stay. The same reason again is kept once.</summary>
    /// <param name="revision">Number of the revision that the editor saw.</param>
    /// <param name="typed">Reasons by the fingerprint of their finding; blank ones are left out.</param>
    public async Task<Outcome> GiveReasonsAsync(Guid itemId, int revision, IReadOnlyDictionary<string, string> typed, Actor actor, CancellationToken ct)
    {
        if (Refusal(actor, EditorialAction.Save) is { } refused) return refused;
        var page = typed.Count > 0 ? await accessibility.OfAsync(itemId, revision, ct) : null;
        if (page is not null && FindingReasons.Check(page, typed) is { Count: > 0 } problems) return new Outcome.Invalid(problems);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.LockItemAsync(itemId, ct) is not { } item) return new Outcome.NotFound();
        var newest = await db.Revisions.SingleAsync(r => r.Id == item.NewestRevisionId, ct);
        if (newest.Number != revision) return new Outcome.Conflict(newest);
        if (page is { Reached: false } && await FindingReasons.AnyNewAsync(db, itemId, typed, ct))
            return new Outcome.Unjudged($"{AccessibilityCheck.Away}下書きは保存されています。直さない理由はまだ保存していませんが、この画面に残しています。しばらくしてから、もう一度押してください。");
        if (Editorial.Next(item.State, EditorialAction.Save, check: false) is null) return NotLegal(item.State, EditorialAction.Save);
        if (page is not null) await reasons.KeepAsync(db, itemId, revision, page, typed, actor, Now(), ct);
        await transaction.CommitAsync(ct);
        return new Outcome.Done(item);
    }

    static async Task<Outcome?> ApprovalRefusalAsync(
        CmsDb db, ItemRecord item, RevisionRecord newest, ProgramSettings program, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var published = item.LiveRevisionId ?? item.EndedRevisionId;
        var after = published is null ? 0 : await db.Revisions.Where(r => r.Id == published).Select(r => r.Number).SingleAsync(ct);
        var authors = await db.Revisions.Where(r => r.ItemId == item.Id && r.Number > after).Select(r => r.AuthorId).Distinct().ToListAsync(ct);
        if (!Editorial.HasFourEyes(authors, actor.Id))
            return new Outcome.Forbidden("ご自分が書いたものは承認できません。別の承認者に頼んでください。");
        // Since it was submitted, what it needs may have gone.
        return await DraftCheck.OfSubmissionAsync(db, item, newest, program, now, ct) is { Count: > 0 } problems
            ? new Outcome.NotLegal($"{string.Concat(problems.Select(problem => problem.Message).Distinct())}差し戻して、直してもらってください。")
            : null;
    }

    Task AuditAsync(CmsDb db, Actor actor, string verb, ItemRecord item, RevisionRecord revision, string? comment, CancellationToken ct)
    {
        var detail = new JsonObject { ["revision"] = revision.Number, ["state"] = item.State.ToString() };
        if (!string.IsNullOrEmpty(comment)) detail["comment"] = comment;
        return audit.AppendAsync(db, actor, $"item.{verb}", $"item:{item.Id}", detail, ct);
    }

    static string JsonNamingOf(EditorialAction action) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(action.ToString());

    static RevisionRecord Revision(Guid itemId, int number, Draft draft, Actor actor, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ItemId = itemId,
        Number = number,
        Slug = draft.Slug,
        Title = draft.Values["title"]?.ToString() ?? "",
        Values = draft.Values.ToJsonString(ContentJson.Options),
        PublishAt = draft.PublishAt?.ToUniversalTime(),
        ExpireAt = draft.ExpireAt?.ToUniversalTime(),
        AuthorId = actor.Id,
        CreatedAt = now,
    };

    static ReviewComment Comment(ItemRecord item, RevisionRecord revision, EditorialAction action, string text, Actor actor, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ItemId = item.Id,
        RevisionNumber = revision.Number,
        Action = action,
        Text = text,
        AuthorId = actor.Id,
        CreatedAt = now,
    };

    static Outcome.Forbidden? Refusal(Actor actor, EditorialAction action) => actor.Roles.Any(role => Editorial.May(role, action))
        ? null
        : new Outcome.Forbidden($"「{action.Label()}」は{string.Join("・", Enum.GetValues<Role>().Where(role => Editorial.May(role, action)).Select(role => role.Label()))}の役割で行えます。");

    static Outcome.NotLegal NotLegal(EditorialState state, EditorialAction action) =>
        new($"今は「{state.Label()}」のため、「{action.Label()}」はできません。画面を読み込み直して、今の状態を確かめてください。");

    DateTimeOffset Now() => time.GetUtcNow();
}
