using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Reasons;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>What the office decides about submissions. Every call is one transaction: it happens whole, with its mail and its audit row, or not at all.</summary>
public sealed class SubmissionDesk(
    IDbContextFactory<CmsDb> databases, ProgramStore programs, FormHandlers handlers, SubmittedPages pages, FindingReasons reasons, SubmissionVault vault, Correspondence correspondence, Corrections corrections, AuditTrail audit, TimeProvider time)
{
    static readonly Dictionary<string, string> NoReasons = [];

    /// <summary>Begins checking; who does becomes the owner.</summary>
    public Task<Decision> TakeAsync(Guid id, Actor actor, CancellationToken ct) =>
        StepAsync(id, SubmissionAction.Take, actor, null, (step, _) =>
        {
            step.Record.OwnerId ??= actor.Id;
            return Task.FromResult<Decision?>(null);
        }, ct);

    /// <summary>Approves: a registration makes a member, a change changes it, a seed becomes public, a withdrawal ends the member's pages; all in this transaction.</summary>
    /// <param name="mailText">Plain text to the sender as the office edited it (see <see cref="SuggestedMails"/>); null or blank = no mail.</param>
    public Task<Decision> ApproveAsync(Guid id, Actor actor, string? mailText, CancellationToken ct) => ApproveAsync(id, actor, mailText, NoReasons, ct);

    /// <inheritdoc cref="ApproveAsync(Guid, Actor, string?, CancellationToken)"/>
    /// <param name="typed">Why warnings of the page may stay, by the fingerprint of their finding.</param>
    public async Task<Decision> ApproveAsync(Guid id, Actor actor, string? mailText, IReadOnlyDictionary<string, string> typed, CancellationToken ct)
    {
        // Before the transaction: rendering takes its time.
        var (content, page) = await JudgeAsync(id, actor, ct);
        return await StepAsync(id, SubmissionAction.Approve, actor, mailText, async (step, submission) =>
        {
            if (submission is null) return new Decision.NotLegal("個人情報を消去したため、承認できません。");
            if (page is not null && !content.AsSpan().SequenceEqual(step.Record.Content)) return new Decision.NotLegal("回答が直されたところです。受付の画面を読み込み直して、もう一度確かめてください。");
            if (page is not null && PageRefusal(page, typed) is { } refused) return refused;
            if (await handlers.Of(step.Record.Form).ApproveAsync(step with { Submission = submission }, ct) is { } refusal) return refusal;
            if (page is null || step.Record.ItemId is not { } item) return null;
            await step.Db.SaveChangesAsync(ct);
            var revision = await step.Db.Revisions.Where(one => one.ItemId == item).MaxAsync(one => one.Number, ct);
            await RevisionChecks.KeepAsync(step.Db, item, revision, page, step.Now, ct);
            await reasons.KeepAsync(step.Db, item, revision, page, typed, actor, step.Now, ct);
            return null;
        }, ct);
    }

    /// <summary>Returns for correction. The mail carries a link of 24 hours that opens the form with the answers and the note.</summary>
    /// <param name="note">What to mend; obligatory; shown above the form.</param>
    /// <param name="mailText">Obligatory; the link is added below it.</param>
    public Task<Decision> ReturnAsync(Guid id, Actor actor, string note, string mailText, CancellationToken ct)
    {
        note = FieldInput.Lines(note);
        return note.Length is 0 or > 2_000
            ? Task.FromResult<Decision>(Invalid("note", "直していただくことを、2000字以内で入力してください。"))
            : StepAsync(id, SubmissionAction.Return, actor, mailText, async (step, submission) =>
            {
                if (submission is null) return new Decision.NotLegal("個人情報を消去したため、差し戻せません。");
                step.Db.Add(vault.Line(id, step.Now, actor.Id, SubmissionEventKind.Note, note));
                return await corrections.OfferAsync(step, submission, note, FieldInput.Lines(mailText), ct);
            }, ct, mailsItself: true);
    }

    /// <summary>Refuses. What was asked for does not happen.</summary>
    /// <inheritdoc cref="ApproveAsync(Guid, Actor, string?, CancellationToken)"/>
    public Task<Decision> RefuseAsync(Guid id, Actor actor, string reason, string? mailText, CancellationToken ct)
    {
        reason = FieldInput.Lines(reason);
        return reason.Length is 0 or > 2_000
            ? Task.FromResult<Decision>(Invalid("reason", "却下の理由を、2000字以内で入力してください。"))
            : StepAsync(id, SubmissionAction.Refuse, actor, mailText, (step, _) =>
            {
                step.Db.Add(vault.Line(id, step.Now, actor.Id, SubmissionEventKind.Note, reason));
                return Task.FromResult<Decision?>(null);
            }, ct);
    }

    /// <summary>Ends what needs no approval, such as an answered inquiry.</summary>
    /// <inheritdoc cref="ApproveAsync(Guid, Actor, string?, CancellationToken)"/>
    public Task<Decision> CloseAsync(Guid id, Actor actor, string? mailText, CancellationToken ct) =>
        StepAsync(id, SubmissionAction.Close, actor, mailText, (_, _) => Task.FromResult<Decision?>(null), ct);

    /// <summary>Cancels at the sender's wish, told by telephone or mail.</summary>
    /// <inheritdoc cref="ApproveAsync(Guid, Actor, string?, CancellationToken)"/>
    public Task<Decision> CancelAsync(Guid id, Actor actor, string? mailText, CancellationToken ct) =>
        StepAsync(id, SubmissionAction.Cancel, actor, mailText, async (step, _) =>
        {
            await handlers.Of(step.Record.Form).CancelAsync(step, ct);
            return null;
        }, ct);

    /// <summary>Writes to the sender; the state stays.</summary>
    public Task<Decision> ReplyAsync(Guid id, Actor actor, string mailText, CancellationToken ct) =>
        ChangeAsync(id, actor, "reply", async (step, submission) => await MailAsync(step, submission, mailText, required: true, ct), ct);

    /// <summary>Adds a note for colleagues, or what was talked over with the prefecture (F04).</summary>
    /// <param name="kind"><see cref="SubmissionEventKind.Note"/> or <see cref="SubmissionEventKind.Consultation"/>.</param>
    public Task<Decision> NoteAsync(Guid id, Actor actor, SubmissionEventKind kind, string text, CancellationToken ct)
    {
        if (kind is not (SubmissionEventKind.Note or SubmissionEventKind.Consultation)) throw new ArgumentOutOfRangeException(nameof(kind));
        text = FieldInput.Lines(text);
        return text.Length is 0 or > 4_000
            ? Task.FromResult<Decision>(Invalid("text", "4000字以内で入力してください。"))
            : ChangeAsync(id, actor, "note", (step, _) =>
            {
                step.Db.Add(vault.Line(id, step.Now, actor.Id, kind, text));
                return Task.FromResult<Decision?>(null);
            }, ct);
    }

    /// <summary>Says who takes care and until when.</summary>
    /// <param name="owner">Account; null = nobody.</param>
    /// <param name="dueAt">Null = no date.</param>
    public Task<Decision> AssignAsync(Guid id, Actor actor, Guid? owner, DateTimeOffset? dueAt, CancellationToken ct) =>
        ChangeAsync(id, actor, "assign", async (step, _) =>
        {
            if (owner is not null && !await step.Db.Users.AnyAsync(user => user.Id == owner, ct)) return Invalid("owner", "担当を選び直してください。");
            (step.Record.OwnerId, step.Record.DueAt) = (owner, dueAt?.ToUniversalTime());
            return null;
        }, ct);

    /// <summary>Ticks points of the eligibility checklist; the others are not ticked.</summary>
    public Task<Decision> TickAsync(Guid id, Actor actor, IReadOnlyList<string> points, CancellationToken ct) =>
        ChangeAsync(id, actor, "check", (step, _) =>
        {
            step.Record.Checked = [.. step.Program.Eligibility.Where(points.Contains)];
            return Task.FromResult<Decision?>(null);
        }, ct);

    /// <summary>Mends answers, such as a wrong character, and tells the sender. What was answered before stays in the history.</summary>
    /// <param name="fields">The form's fields as posted, all of them.</param>
    /// <param name="mailText">Obligatory: the sender is told.</param>
    public Task<Decision> MendAsync(Guid id, Actor actor, PostedFields fields, string mailText, CancellationToken ct) =>
        ChangeAsync(id, actor, "mend", async (step, submission) =>
        {
            if (submission is null || !MemberSubmission.Waits(step.Record.State)) return NotLegal(step.Record.State, "小さな修正");
            var (answers, mistakes) = AnswerReading.Read(submission.Definition, fields, question => submission.Files.Count(file => file.Question == question));
            if (mistakes.Count > 0) return new Decision.Invalid([.. mistakes.Select(mistake => new FieldProblem(mistake.Field, mistake.Message))]);
            step.Db.Add(vault.Line(id, step.Now, actor.Id, SubmissionEventKind.Mend, submission.Answers.ToJsonString(ContentJson.Options)));
            var mended = submission with { Answers = answers };
            (step.Record.Content, step.Record.Headline) = (vault.Seal(id, mended), handlers.Of(step.Record.Form).Headline(mended));
            return await MailAsync(step, mended, mailText, required: true, ct);
        }, ct);

    // What was judged, and what is said of it; nothing for forms that make no page.
    async Task<(byte[]? Content, PageReport? Page)> JudgeAsync(Guid id, Actor actor, CancellationToken ct)
    {
        if (!actor.Roles.Contains(Role.Secretariat)) return default;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Submissions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is { } record && vault.Open(record) is { } sent
            ? (record.Content, await pages.ReportAsync(record, sent, ct))
            : default;
    }

    static Decision.Invalid? PageRefusal(PageReport page, IReadOnlyDictionary<string, string> typed)
    {
        if (!page.Reached)
            return new([new FieldProblem("page", $"{AccessibilityCheck.Away}届いたものはそのまま残っています。しばらくしてから、もう一度承認してください。差戻しと却下は、今もできます。")]);
        if (page.Errors is { Count: > 0 } barriers)
            return new([.. barriers.Select(barrier => new FieldProblem("page", $"{barrier.Message}「小さな修正」で直すか、差し戻してください。"))]);
        List<FieldProblem> problems =
        [
            .. FindingReasons.Check(page, typed),
            .. page.Unreasoned.Where(warning => FieldInput.Lines(typed.GetValueOrDefault(warning.Fingerprint, "")).Length == 0)
                .Select(warning => new FieldProblem(FindingReasons.InputOf(warning.Fingerprint), $"{warning.Words}「小さな修正」で直すか、直さない理由を入力してください。")),
        ];
        return problems.Count > 0 ? new(problems) : null;
    }

    Task<Decision> StepAsync(Guid id, SubmissionAction action, Actor actor, string? mailText, Func<Approval, Submission?, Task<Decision?>> effect, CancellationToken ct, bool mailsItself = false)
    {
        if (!actor.Roles.Any(role => MemberSubmission.May(role, action))) return Task.FromResult<Decision>(new Decision.Forbidden($"「{action.Label()}」は事務局の役割で行えます。"));
        return ChangeAsync(id, actor, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(action.ToString()), async (step, submission) =>
        {
            if (MemberSubmission.Next(step.Record.State, action) is not { } next) return NotLegal(step.Record.State, action.Label());
            step.Record.Move(next, submission, step.Now);
            step.Db.Add(vault.Line(id, step.Now, actor.Id, SubmissionEventKind.Step, null, action));
            return await effect(step, submission) ?? (mailsItself ? null : await MailAsync(step, submission, mailText, required: false, ct));
        }, ct);
    }

    async Task<Decision> ChangeAsync(Guid id, Actor actor, string verb, Func<Approval, Submission?, Task<Decision?>> change, CancellationToken ct)
    {
        if (!actor.Roles.Contains(Role.Secretariat)) return new Decision.Forbidden("受付の手続きは事務局の役割で行えます。");
        var program = await programs.CurrentAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.LockSubmissionAsync(id, ct) is not { } record) return new Decision.NotFound();
        var submission = vault.Open(record);
        var approval = new Approval(db, record, submission!, program, actor, time.GetUtcNow());
        if (await change(approval, submission) is { } refused) return refused;
        await db.SaveChangesAsync(ct);
        foreach (var (action, subject, detail) in approval.Steps) await audit.AppendAsync(db, actor, action, subject, detail, ct);
        await audit.AppendAsync(db, actor, $"submission.{verb}", $"submission:{id}", new JsonObject { ["form"] = record.Form, ["state"] = record.State.ToString() }, ct);
        await transaction.CommitAsync(ct);
        return new Decision.Done(record);
    }

    async Task<Decision?> MailAsync(Approval step, Submission? submission, string? mailText, bool required, CancellationToken ct)
    {
        var text = FieldInput.Lines(mailText ?? "");
        if (text.Length == 0) return required ? Invalid("mail", "メールの文を入力してください。") : null;
        if (text.Length > 8_000) return Invalid("mail", "メールの文は8000字以内にしてください。");
        if (submission is null || await correspondence.AddressOfAsync(step.Db, step.Record, submission, ct) is not { } address)
            return Invalid("mail", "送り先のメールアドレスがありません。メールの文を空欄にして、電話などでお知らせください。");
        correspondence.Write(step.Db, address, correspondence.SubjectOf(step.Program, step.Record), text, step.Now);
        step.Db.Add(vault.Line(step.Record.Id, step.Now, step.Actor.Id, SubmissionEventKind.Mail, text));
        return null;
    }

    static Decision.Invalid Invalid(string field, string message) => new([new FieldProblem(field, message)]);

    static Decision.NotLegal NotLegal(SubmissionState state, string action) =>
        new($"今は「{state.Label()}」のため、「{action}」はできません。画面を読み込み直して、今の状態を確かめてください。");
}
