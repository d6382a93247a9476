using System.Text.Json.Nodes;
using Kakehashi.Content.Forms;
using Kakehashi.Forms.Accepting;
using Kakehashi.Forms.Limits;
using Kakehashi.Forms.Tickets;
using Kakehashi.Forms.Uploads;
using Kakehashi.Themes.Models;

namespace Kakehashi.Forms.Steps;

/// <summary>入力 → 確認 → 完了, for one posted form. Between the steps everything is in the page.</summary>
internal sealed class FormSteps(
    Acceptance acceptance, HeldFiles held, TicketShelf tickets, VisitorLimits limits, PageSignature signature, FormsOptions options, ILogger<FormSteps> log)
{
    /// <summary>The page that answers.</summary>
    /// <param name="document">The form as the generator planned it.</param>
    public async Task<Reply> AnswerAsync(HttpContext context, FormPage document, PostedForm posted, CancellationToken cancellation)
    {
        var address = TicketAddress.Parse(posted.Ticket);
        if (address is null && posted.Ticket.Length > 0) return LinkUnusable(document);
        if (address is null && document.Form.Access == FormAccess.Ticket) return Replies.Notice(document, FormMessage.ByLinkOnly, StatusCodes.Status403Forbidden);
        using var turn = address is null ? null : await tickets.TakeTurnAsync(address.Link, cancellation);
        var token = StepToken.Read(signature, Place(document, posted), posted.Token);
        // Asked before anything else: who presses twice, or comes back to a used link, sees the receipt again.
        if (posted.Step.Kind == StepKind.Send && token is not null && acceptance.Find(token.Receipt) is { } accepted)
            return await RepeatAsync(new Visit(document, posted, address), token, accepted);

        if (address is null)
            return document.Window.RefusalAt(options.Time.GetUtcNow()) is { } refusal
                ? Replies.Notice(document, refusal, StatusCodes.Status410Gone)
                : await TakeStepAsync(context, new Visit(document, posted with { Files = [.. posted.Files.Where(file => file.Kept is null)] }), token);
        if (tickets.Open(address.Link) is not { } ticket || address.ActionOf(ticket) is not { } action || !IsFor(action, document)) return LinkUnusable(document);
        return await TakeStepAsync(context, new Visit(document, posted with { Files = Allowed(posted.Files, action) }, address, action, ticket.Greeting), token);
    }

    /// <summary>The first page of a form opened by a link: prefilled, or, where nothing is asked, ready to send.</summary>
    public Reply Begin(FormPage document, TicketAddress address, TicketDocument ticket, TicketAction action)
    {
        var posted = new PostedForm(AnswerFields.Of(document.Form, action.Answers), [.. action.Files.Select(Attachment.Of)], [], false, new Step(StepKind.Edit), "", address.ToString(), "");
        return ShowInput(new Visit(document, posted, address, action, ticket.Greeting));
    }

    private async Task<Reply> TakeStepAsync(HttpContext context, Visit visit, StepToken? token) => visit.Posted.Step.Kind switch
    {
        StepKind.Send => await SendAsync(context, visit, token),
        StepKind.Edit => ShowInput(visit),
        StepKind.Add or StepKind.Remove or StepKind.Drop => Change(visit),
        _ => Confirm(visit, null, StatusCodes.Status200OK, null),
    };

    private async Task<Reply> SendAsync(HttpContext context, Visit visit, StepToken? token)
    {
        var (answers, mistakes) = Read(visit);
        if (mistakes.Count > 0) return Replies.Input(visit, signature, mistakes);
        var now = options.Time.GetUtcNow();
        // A clock set back makes a negative age; the new page's token then fits the new clock.
        if (token is null || now < token.IssuedAt || now - token.IssuedAt > options.Limits.Held) return Confirm(visit, null, StatusCodes.Status422UnprocessableEntity, Sentences.CheckAgain);
        if (now - token.IssuedAt < options.Limits.Reading) return Confirm(visit, token, StatusCodes.Status422UnprocessableEntity, Sentences.TooFast);
        if (!limits.AllowsSubmission(context, visit.Document.Address)) return Confirm(visit, token, StatusCodes.Status429TooManyRequests, Sentences.Busy);
        try
        {
            if (await held.KeepAsync([.. visit.NewFiles]) is { Count: > 0 } gone)
                return Replies.Input(visit.Without(gone), signature, [.. visit.Posted.Files.Where(file => gone.Contains(file.File)).Select(Sentences.Gone)]);
            await acceptance.AcceptAsync(token.Receipt, visit.ToSubmission(token.Receipt, answers, now));
        }
        catch (StorageFaultException error)
        {
            return Unavailable(visit, token, error);
        }
        if (visit.Address is { } address) tickets.Use(address.Link);
        return Replies.Receipt(visit, token.Receipt, now, answers);
    }

    private async Task<Reply> RepeatAsync(Visit visit, StepToken token, DateTimeOffset accepted)
    {
        try
        {
            // The answer that would have said so may have died before its fsync.
            await acceptance.ConfirmAsync();
            return Replies.Receipt(visit, token.Receipt, accepted, Read(visit).Values);
        }
        catch (StorageFaultException error)
        {
            return Unavailable(visit, token, error);
        }
    }

    private Reply Change(Visit visit)
    {
        var (form, posted) = (visit.Document.Form, visit.Posted);
        switch (posted.Step.Kind)
        {
            case StepKind.Add:
                RepeatedGroups.Add(form, posted.Step.Name, posted.Fields);
                break;
            case StepKind.Remove:
                visit = visit with { Posted = posted with { Fields = RepeatedGroups.Remove(form, posted.Step.Name, posted.Step.Index, posted.Fields) } };
                break;
            default:
                var dropped = posted.Files.Where(file => file.File.Id == posted.Step.Name).ToList();
                foreach (var file in dropped.Where(file => file.Kept is null)) held.Drop(file.File);
                visit = visit.Without([.. dropped.Select(file => file.File)]);
                break;
        }
        return Replies.Input(visit, signature, posted.Mistakes);
    }

    private Reply ShowInput(Visit visit) => visit.Document.IsOneButton ? Confirm(visit, null, StatusCodes.Status200OK, null) : Replies.Input(visit, signature, []);

    private Reply Confirm(Visit visit, StepToken? token, int status, string? trouble)
    {
        var (answers, mistakes) = Read(visit);
        if (mistakes.Count > 0) return Replies.Input(visit, signature, mistakes);
        token ??= StepToken.Create(options.Time.GetUtcNow());
        return Replies.Confirm(visit, signature, answers, token.Write(signature, Place(visit.Document, visit.Posted)), status, trouble);
    }

    private Reply Unavailable(Visit visit, StepToken token, StorageFaultException error)
    {
        log.LogError("A submission to {Form} cannot be accepted: {Fault}", visit.Document.Form.Name, error.InnerException!.GetType().Name);
        return Confirm(visit, token, StatusCodes.Status503ServiceUnavailable, Sentences.Unavailable);
    }

    // A file that was refused is the better reason than "no file": one mistake per field.
    private static (JsonObject Values, IReadOnlyList<AnswerMistake> Mistakes) Read(Visit visit)
    {
        var posted = visit.Posted;
        var answers = AnswerReading.Read(visit.Document.Form, posted.Fields, posted.CountFiles);
        var refused = posted.Mistakes.Select(mistake => mistake.Field).ToHashSet(StringComparer.Ordinal);
        AnswerMistake[] trap = posted.Trap.Length > 0 ? [Sentences.Trap] : [];
        return (answers.Values, [.. answers.Mistakes.Where(mistake => !refused.Contains(mistake.Field)), .. posted.Mistakes, .. trap]);
    }

    private static Reply LinkUnusable(FormPage document) => Replies.Notice(document, FormMessage.LinkUnusable, StatusCodes.Status404NotFound);

    private static bool IsFor(TicketAction action, FormPage document) =>
        action.Form == document.Form.Name && (document.Subject is null || document.Subject == action.Subject);

    // Files that the CMS has can be kept by the link that listed them, and by no other.
    private static List<Attachment> Allowed(IReadOnlyList<Attachment> files, TicketAction action) =>
        [.. files.Where(file => file.Kept is not { } kept || action.Files.Any(own => own.Name == kept && own.Question == file.Question))];

    private static string Place(FormPage document, PostedForm posted) => $"{document.Address} {posted.Ticket}";
}
