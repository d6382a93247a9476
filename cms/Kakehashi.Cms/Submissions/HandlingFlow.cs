using System.Text.RegularExpressions;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Reasons;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>What the office does about one submission, from its page.</summary>
public sealed partial class HandlingFlow(
    SubmissionDesk desk, SubmissionDetails details, SuggestedMails mails, Correspondence correspondence, IDbContextFactory<CmsDb> databases, Viewer viewer, Status status, IHttpContextAccessor accessor)
{
    static readonly Dictionary<string, string> NoReasons = [];

    public async Task<IResult> ShowAsync(Guid id, CancellationToken ct) => await ShowAsync(id, "受付の内容を表示", new Typed(), [], ct);

    public async Task<IResult> TakeAsync(Guid id, CancellationToken ct) =>
        await AfterAsync(id, await desk.TakeAsync(id, viewer.Actor, ct), "確認を始めました。あなたが担当です。", new Typed(), ct);

    /// <summary>Owner and due day.</summary>
    public async Task<IResult> AssignAsync(Guid id, IFormCollection form, CancellationToken ct)
    {
        var typed = new Typed { Owner = form["owner"].ToString(), Due = form["due"].ToString().Trim() };
        var due = typed.Due.Length > 0 ? JapaneseInput.Date(typed.Due) : null;
        if (typed.Due.Length > 0 && due is null) return await ShowAsync(id, "担当の変更", typed, [new Mistake("due", "期限を、2026年4月1日 のような形で入力してください。")], ct);
        if (typed.Owner.Length > 0 && !Guid.TryParse(typed.Owner, out _)) return Pages.Failure(StatusCodes.Status400BadRequest);
        var decision = await desk.AssignAsync(id, viewer.Actor, typed.Owner.Length > 0 ? Guid.Parse(typed.Owner) : null, due is { } day ? JapaneseTime.StartOf(day.AddDays(1)) : null, ct);
        return await AfterAsync(id, decision, "担当と期限を変えました。", typed, ct);
    }

    public async Task<IResult> NoteAsync(Guid id, IFormCollection form, CancellationToken ct)
    {
        var typed = new Typed { Note = form["text"].ToString(), IsConsultation = form["kind"] == nameof(SubmissionEventKind.Consultation) };
        var decision = await desk.NoteAsync(id, viewer.Actor, typed.IsConsultation ? SubmissionEventKind.Consultation : SubmissionEventKind.Note, typed.Note, ct);
        return await AfterAsync(id, decision, typed.IsConsultation ? "県との協議を記録しました。" : "メモを残しました。", typed, ct);
    }

    public async Task<IResult> TickAsync(Guid id, IFormCollection form, CancellationToken ct) =>
        await AfterAsync(id, await desk.TickAsync(id, viewer.Actor, [.. form["point"].OfType<string>()], ct), "規約の確認を保存しました。", new Typed(), ct);

    /// <summary>A decision's own page, its mail filled in.</summary>
    public async Task<IResult> AskAsync(Guid id, string name, CancellationToken ct) =>
        await details.FindAsync(id, "手続きの準備", ct) is not { } detail ? Pages.Failure(StatusCodes.Status404NotFound)
        : DecisionKind.Find(detail.Record, name) is not { } kind ? NotNow(detail.Record)
        : await AskAsync(detail, kind, "", await mails.ForAsync(detail.Record, kind.Action ?? SubmissionAction.Close, ct), NoReasons, [], ct);

    public async Task<IResult> DecideAsync(Guid id, string name, IFormCollection form, CancellationToken ct)
    {
        if (await details.FindAsync(id, "手続き", ct) is not { } detail) return Pages.Failure(StatusCodes.Status404NotFound);
        if (DecisionKind.Find(detail.Record, name) is not { } kind) return NotNow(detail.Record);
        var (note, typed) = (form["note"].ToString().ReplaceLineEndings("\n").Trim(), form["mail"].ToString().ReplaceLineEndings("\n"));
        var reasons = FindingReasons.Typed(form.Select(field => (field.Key, field.Value.ToString())));
        // What is written once stands in the mail too.
        var mail = kind.NoteLabel is not null && note.Length > 0 ? Placeholder().Replace(typed, note) : typed;
        if (Placeholder().IsMatch(mail) && (kind.NoteLabel is null || note.Length > 0))
            return await AskAsync(detail, kind, note, typed, reasons, [new Mistake("mail", "メールの文に「…書いてください」が残っています。書き換えてから送ってください。")], ct);
        var decision = await DecideAsync(id, kind, note, mail, reasons, ct);
        if (decision is Decision.Invalid invalid)
            return await AskAsync(detail, kind, note, typed, reasons, [.. invalid.Problems.Select(problem => new Mistake(problem.Field is "mail" or "text" ? "mail" : problem.Field is "note" or "reason" ? "note" : problem.Field.StartsWith(FindingReasons.InputOf(""), StringComparison.Ordinal) ? problem.Field : null, problem.Message))], ct);
        if (decision is not Decision.Done) return Refuse(decision);
        var told = mail.Trim().Length > 0 ? "メールは、まもなく送られます。" : "メールは送りません。";
        status.Say(accessor.HttpContext!, kind.Action switch
        {
            SubmissionAction.Approve => $"承認しました。{told}",
            SubmissionAction.Return => $"差し戻しました。{told}",
            SubmissionAction.Refuse => $"却下しました。{told}",
            SubmissionAction.Close => $"完了にしました。{told}",
            SubmissionAction.Cancel => $"取り消しました。{told}",
            _ => "返事を預かりました。まもなく送られます。",
        });
        return Results.Redirect($"/submissions/{id}");
    }

    Task<Decision> DecideAsync(Guid id, DecisionKind kind, string note, string mail, IReadOnlyDictionary<string, string> reasons, CancellationToken ct) => kind.Action switch
    {
        SubmissionAction.Approve => desk.ApproveAsync(id, viewer.Actor, mail, reasons, ct),
        SubmissionAction.Return => desk.ReturnAsync(id, viewer.Actor, note, mail, ct),
        SubmissionAction.Refuse => desk.RefuseAsync(id, viewer.Actor, note, mail, ct),
        SubmissionAction.Close => desk.CloseAsync(id, viewer.Actor, mail, ct),
        SubmissionAction.Cancel => desk.CancelAsync(id, viewer.Actor, mail, ct),
        _ => desk.ReplyAsync(id, viewer.Actor, mail, ct),
    };

    async Task<IResult> AskAsync(SubmissionDetail detail, DecisionKind kind, string note, string mail, IReadOnlyDictionary<string, string> reasons, IReadOnlyList<Mistake> mistakes, CancellationToken ct)
    {
        if (!viewer.MayHandleSubmissions) return Refuse(new Decision.Forbidden("受付の手続きは事務局の役割で行えます。"));
        await using var db = await databases.CreateDbContextAsync(ct);
        var address = detail.Sent is { } sent ? await correspondence.AddressOfAsync(db, detail.Record, sent, ct) : null;
        return Pages.Show<DecisionScreen>(new { Detail = detail, Kind = kind, Note = note, Mail = address is null && mistakes.Count == 0 ? "" : mail, Reasons = reasons, Address = address, Mistakes = mistakes },
            mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    async Task<IResult> AfterAsync(Guid id, Decision decision, string said, Typed typed, CancellationToken ct)
    {
        if (decision is Decision.Invalid invalid) return await ShowAsync(id, "受付の手続き", typed, [.. invalid.Problems.Select(problem => new Mistake(problem.Field, problem.Message))], ct);
        if (decision is not Decision.Done) return Refuse(decision);
        status.Say(accessor.HttpContext!, said);
        return Results.Redirect($"/submissions/{id}");
    }

    async Task<IResult> ShowAsync(Guid id, string why, Typed typed, IReadOnlyList<Mistake> mistakes, CancellationToken ct) =>
        await details.FindAsync(id, why, ct) is { } detail
            ? Pages.Show<SubmissionScreen>(new { Detail = detail, Typed = typed, Mistakes = mistakes }, mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Pages.Failure(StatusCodes.Status404NotFound);

    static IResult NotNow(SubmissionRecord record) => Refuse(new Decision.NotLegal($"今は「{record.State.Label()}」のため、この操作はできません。受付の画面で、今の状態を確かめてください。"));

    /// <summary>Decisions that end an action, as pages with their status.</summary>
    public static IResult Refuse(Decision decision) => decision switch
    {
        Decision.Forbidden forbidden => Pages.Failure(StatusCodes.Status403Forbidden, "この操作はできません", forbidden.Message),
        Decision.NotLegal notLegal => Pages.Failure(StatusCodes.Status409Conflict, "今はこの操作はできません", notLegal.Message, new Link("受付を開く", "/submissions")),
        Decision.NotFound => Pages.Failure(StatusCodes.Status404NotFound),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    [GeneratedRegex(@"（[^（）\n]*書いてください）")]
    private static partial Regex Placeholder();
}

/// <summary>What was typed on a submission's page and could not be taken; null = as it is.</summary>
public sealed record Typed
{
    public string? Owner { get; init; }

    public string? Due { get; init; }

    public string Note { get; init; } = "";

    public bool IsConsultation { get; init; }
}
