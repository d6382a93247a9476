using System.Globalization;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Mending;
using Kakehashi.Cms.Preview;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.Extensions.Primitives;

namespace Kakehashi.Cms.Editing;

/// <summary>The edit screen: shows the form, takes it, and never loses what was typed.</summary>
public sealed class EditFlow(
    EditorialDesk desk, ItemQueries items, Autosaves autosaves, MendingDesk mending, FieldSourceQueries sources, MediaQueries media, AccessibilityCheck accessibility, Viewer viewer, Status status, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <summary>How long somebody counts as typing after their last autosave.</summary>
    static readonly TimeSpan StillTyping = TimeSpan.FromMinutes(3);

    HttpContext Http => accessor.HttpContext!;

    public async Task<IResult> ShowAsync(EditAddress address, CancellationToken ct)
    {
        if (await FindAsync(address, ct) is not { } found) return Pages.Failure(StatusCodes.Status404NotFound);
        if (Refusal(found.Detail) is { } refused) return refused;
        if (address.IsNew && await items.FindAsync(address.Key, ct) is { } made) return Results.Redirect($"/items/{made.Type.Folder}/{made.Item.Id}");
        var detail = found.Detail;
        var kept = await autosaves.FindAsync(address.Subject, viewer.Actor, ct);
        var form = kept is not null ? ItemForm.FromJson(address.Type, kept.Form)
            : detail is null ? ItemForm.Of(address.Type, "", [], null, null)
            : ItemForm.Of(address.Type, detail.Newest.Slug, detail.Newest.ReadValues(), detail.Newest.PublishAt, detail.Newest.ExpireAt);
        var model = await ModelAsync(address, form, detail, kept?.BaseRevision ?? detail?.Newest.Number ?? 0, ct);
        return Pages.Show<EditScreen>(new { Model = model with { KeptAt = kept?.At } });
    }

    public async Task<IResult> PostAsync(EditAddress address, IFormCollection posted, CancellationToken ct)
    {
        if (await FindAsync(address, ct) is not { } found) return Pages.Failure(StatusCodes.Status404NotFound);
        if (Refusal(found.Detail) is { } refused) return refused;
        var form = ItemForm.Read(address.Type, posted);
        var baseRevision = int.TryParse(posted["base"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var step = posted["step"].ToString().Split(':');
        switch (step)
        {
            case ["save"] or ["submit"]:
                return await SaveAsync(address, form, found.Detail, baseRevision, step[0] == "submit", null, ct);
            case ["mend", var which]:
                return await SaveAsync(address, form, found.Detail, baseRevision, submit: false, which, ct);
            case ["discard"]:
                await autosaves.DropAsync(address.Subject, viewer.Actor, ct);
                status.Say(Http, "入力を捨てて、保存済みの内容に戻しました。");
                return Results.Redirect(address.Path);
            case ["autosave"]:
                return await autosaves.KeepTypingAsync(address, baseRevision, form.ToJson(), viewer.Actor, ct) switch
                {
                    true => Results.Json(new { message = $"自動保存しました {time.GetUtcNow().ToOffset(JapaneseTime.Offset):HH:mm}" }),
                    false => Results.Json(new { message = "長すぎるため、自動保存できません。「下書きを保存する」を押してください。" }, statusCode: StatusCodes.Status413PayloadTooLarge),
                    null => Results.Json(new { message = "この画面を開いた後に、ご自分が別の版を保存しています。「下書きを保存する」を押すと、両方を見比べられます。" }, statusCode: StatusCodes.Status409Conflict),
                };
        }

        var next = Change(address, form, step);
        if (!await autosaves.KeepAsync(address.Subject, baseRevision, form.ToJson(), viewer.Actor, ct))
            return Pages.Failure(StatusCodes.Status413PayloadTooLarge);
        return next is null ? Pages.Failure(StatusCodes.Status400BadRequest) : Results.Redirect(next);
    }

    /// <summary>Puts a file of the library where the form asked for one.</summary>
    public async Task<IResult> InsertAsync(EditAddress address, string field, MediaFile file, bool decorative, string also, CancellationToken ct)
    {
        if (await autosaves.FindAsync(address.Subject, viewer.Actor, ct) is not { } kept || address.Type.Field(field) is not { } target)
            return Pages.Failure(StatusCodes.Status404NotFound);
        var form = ItemForm.FromJson(address.Type, kept.Form);
        FileInsertion.Insert(form, target, file, decorative);
        await autosaves.KeepAsync(address.Subject, kept.BaseRevision, form.ToJson(), viewer.Actor, ct);
        status.Say(Http, (file.IsPicture ? "画像を入れました。" : "資料を入れました。") + also);
        return Results.Redirect($"{address.Path}#{Mistake.IdOf(field)}");
    }

    /// <summary>Keeps a form that was posted as it came.</summary>
    public static Task<bool> KeepAsync(Autosaves autosaves, EditAddress address, IReadOnlyDictionary<string, string[]> fields, Actor actor, CancellationToken ct)
    {
        var form = ItemForm.Read(address.Type, fields.Select(field => KeyValuePair.Create(field.Key, new StringValues(field.Value))));
        var baseRevision = fields.TryGetValue("base", out var number) && int.TryParse(number.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        return autosaves.KeepAsync(address.Subject, baseRevision, form.ToJson(), actor, ct);
    }

    // What a button other than saving does to the form, and where it leads; null for an unknown button.
    static string? Change(EditAddress address, ItemForm form, string[] step)
    {
        switch (step)
        {
            case ["merge"]:
                return address.Path;
            case ["preview"]:
                return $"/preview/unsaved{address.Path}";
            case ["choose-picture" or "choose-document", var field] when address.Type.Field(field) is not null:
                return $"/media?for={Uri.EscapeDataString(address.Path)}&field={field}&kind={(step[0] == "choose-picture" ? "picture" : "document")}";
            case ["clear", var field]:
                form.RemoveAll(field);
                return $"{address.Path}#{Mistake.IdOf(field)}";
            case ["add", var name] when address.Type.Field(name) is { Kind: FieldKind.Questions } field:
                QuestionRows.Add(form, field);
                return $"{address.Path}#{Mistake.IdOf(name)}";
            case ["swap", var name, var first, var second] when address.Type.Field(name) is { Kind: FieldKind.Questions } field
                && form.Rows(field) is var rows && RowOf(first, rows) is { } a && RowOf(second, rows) is { } b:
                QuestionRows.Swap(form, field, a, b);
                return $"{address.Path}#{Mistake.IdOf(name)}";
            case ["remove", var field, var row]:
                form.RemoveAll($"{field}.{row}");
                return $"{address.Path}#{Mistake.IdOf(field)}";
            default:
                return null;
        }
    }

    static int? RowOf(string text, IReadOnlyList<int> rows) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && rows.Contains(row) ? row : null;

    async Task<IResult> SaveAsync(EditAddress address, ItemForm form, ItemDetail? detail, int baseRevision, bool submit, string? mend, CancellationToken ct)
    {
        var (draft, mistakes) = form.ToDraft();
        if (mistakes.Count > 0) return await AgainAsync(address, form, detail, baseRevision, mistakes, ct);
        var saved = address.IsNew
            ? await desk.CreateAsync(address.Type, address.Key, draft, viewer.Actor, ct)
            : await desk.SaveAsync(address.Key, baseRevision, draft, viewer.Actor, ct);
        switch (saved)
        {
            case Outcome.Invalid invalid:
                return await AgainAsync(address, form, detail, baseRevision, Mistakes(invalid), ct);
            case Outcome.Conflict conflict:
                address = address with { IsNew = false };
                detail ??= await items.FindAsync(address.Key, ct);
                await autosaves.KeepAsync(address.Subject, baseRevision, form.ToJson(), viewer.Actor, ct);
                var model = await ModelAsync(address, form, detail, baseRevision, ct);
                return Pages.Show<ConflictScreen>(new { Model = model, conflict.Newest }, StatusCodes.Status409Conflict);
            case not Outcome.Done:
                return Refusals.Show(saved);
        }
        var item = ((Outcome.Done)saved).Item;
        await autosaves.DropAsync(address.Subject, viewer.Actor, ct);
        var stored = new EditAddress(address.Type, item.Id, false);
        var after = (await items.FindAsync(item.Id, ct))!;
        var given = await desk.GiveReasonsAsync(item.Id, after.Newest.Number, form.Reasons, viewer.Actor, ct);
        if (given is Outcome.Unjudged waiting)
        {
            await autosaves.KeepAsync(stored.Subject, after.Newest.Number, form.ToJson(), viewer.Actor, ct);
            return await LaterAsync(stored, form, after, waiting, ct);
        }
        if (given is Outcome.Invalid unfit)
            return await AgainAsync(stored, form, after, after.Newest.Number, [new(null, "下書きは保存しました。直さない理由は、まだ保存していません。", IsLead: true), .. Mistakes(unfit)], ct);
        if (mend is not null)
        {
            var (outcome, count) = await mending.MendAsync(item.Id, after.Newest.Number, mend, viewer.Actor, ct);
            if (outcome is Outcome.Unjudged away) return await LaterAsync(stored, form, after, away, ct);
            if (outcome is not Outcome.Done) return Refusals.Show(outcome);
            status.Say(Http, MendingDesk.Words(count));
            return Results.Redirect($"{stored.Path}#accessibility");
        }
        if (!submit)
        {
            status.Say(Http, item.LiveRevisionId is null ? "下書きを保存しました。" : "下書きを保存しました。公開中のページは変わっていません。");
            return Results.Redirect(stored.Path);
        }
        var submitted = await desk.ActAsync(item.Id, after.Newest.Number, EditorialAction.Submit, null, viewer.Actor, ct);
        switch (submitted)
        {
            case Outcome.Done done:
                status.Say(Http, done.Item.State == EditorialState.InCheck ? "提出しました。事務局の確認を待っています。" : "提出しました。県の承認を待っています。");
                return Results.Redirect($"/items/{address.Type.Folder}/{item.Id}");
            // The same form sent twice is submitted once.
            case Outcome.NotLegal when (await items.FindAsync(item.Id, ct))!.Item.State is EditorialState.InCheck or EditorialState.AwaitingApproval:
                return Results.Redirect($"/items/{address.Type.Folder}/{item.Id}");
            case Outcome.Unjudged unjudged:
                return await LaterAsync(stored, form, after, unjudged, ct);
            case Outcome.Invalid invalid:
                return await AgainAsync(stored, form, after, after.Newest.Number, [new(null, "下書きは保存しました。提出するには、次のところを直してください。", IsLead: true), .. Mistakes(invalid)], ct);
            default:
                return Refusals.Show(submitted);
        }
    }

    static IReadOnlyList<Mistake> Mistakes(Outcome.Invalid invalid) => [.. invalid.Problems.Select(problem => new Mistake(problem.Field, problem.Message))];

    // The same screen, with everything that was typed.
    Task<IResult> LaterAsync(EditAddress address, ItemForm form, ItemDetail detail, Outcome.Unjudged unjudged, CancellationToken ct) =>
        AgainAsync(address, form, detail, detail.Newest.Number, [new(null, unjudged.Message, IsLead: true)], ct, StatusCodes.Status503ServiceUnavailable);

    async Task<IResult> AgainAsync(EditAddress address, ItemForm form, ItemDetail? detail, int baseRevision, IReadOnlyList<Mistake> mistakes, CancellationToken ct, int status = StatusCodes.Status422UnprocessableEntity) =>
        Pages.Show<EditScreen>(new { Model = (await ModelAsync(address, form, detail, baseRevision, ct)) with { Mistakes = mistakes } }, status);

    async Task<EditModel> ModelAsync(EditAddress address, ItemForm form, ItemDetail? detail, int baseRevision, CancellationToken ct)
    {
        var choices = await sources.ForFormAsync(address.Type, await media.UsedInAsync(form, ct), ct);
        var missing = Validation.Check(address.Type, form.ToDraft().Draft.Values, choices.Program, Validation.Strictness.Complete);
        return new EditModel(address.Type, address.Path, form, choices, detail, baseRevision)
        {
            Missing = [.. missing.Select(pair => new Mistake(pair.Field.Name, pair.Message))],
            Page = detail is null ? null : await accessibility.OfAsync(detail.Item, detail.Newest, [], ct),
            Linking = detail?.Newest.ExpireAt is null ? [] : await items.LinkingAsync(detail.Item, ct),
            AlsoEditing = address.IsNew ? [] : await autosaves.OthersAsync(address.Subject, viewer.Actor, time.GetUtcNow() - StillTyping, ct),
        };
    }

    async Task<(ItemDetail? Detail, bool)?> FindAsync(EditAddress address, CancellationToken ct)
    {
        if (address.IsNew) return (null, true);
        return await items.FindAsync(address.Key, ct) is { } detail && detail.Type == address.Type ? (detail, true) : null;
    }

    IResult? Refusal(ItemDetail? detail)
    {
        if (!viewer.MayWrite) return Pages.Failure(StatusCodes.Status403Forbidden);
        if (detail is null || Editorial.Next(detail.Item.State, EditorialAction.Save, viewer.Program.Workflow.Check) is not null) return null;
        var path = $"/items/{detail.Type.Folder}/{detail.Item.Id}";
        return Pages.Failure(StatusCodes.Status409Conflict, "今は直せません",
            $"「{detail.Item.State.Label()}」のため、内容は変えられません。直すときは、先に引き戻してください。", new Link("引き戻す画面を開く", path));
    }
}
