using Kakehashi.Content.Forms;
using Kakehashi.Forms.Documents;
using Kakehashi.Forms.Limits;
using Kakehashi.Themes.Models;

namespace Kakehashi.Forms.Steps;

/// <summary><c>/forms/NAME/</c> and <c>/forms/NAME/SUBJECT/</c>.</summary>
internal sealed class FormEndpoint(FormDocuments documents, PostedFormReader reader, FormSteps steps, VisitorLimits limits, FormsOptions options)
{
    /// <summary>The empty form; normally the site server serves it as a file.</summary>
    /// <returns>Null where the site has no form at all.</returns>
    public Reply? Show(string name, string? subject)
    {
        if (documents.Find(name, subject) is not { } document) return Unknown();
        if (document.Form.Access == FormAccess.Ticket) return Replies.Notice(document, FormMessage.ByLinkOnly, StatusCodes.Status200OK);
        return document.Window.RefusalAt(options.Time.GetUtcNow()) is { } refusal
            ? Replies.Notice(document, refusal, StatusCodes.Status200OK)
            : new Reply(StatusCodes.Status200OK, document);
    }

    /// <summary>What was sent to a form.</summary>
    /// <returns>Null where the site has no form at all.</returns>
    public async Task<Reply?> TakeAsync(HttpContext context, string name, string? subject)
    {
        if (documents.Find(name, subject) is not { } document) return Unknown();
        if (!SameSite.Allows(context.Request, options)) return Replies.Notice(document, FormMessage.OtherSite, StatusCodes.Status403Forbidden);
        if (!limits.AllowsRequest(context)) return Replies.Notice(document, FormMessage.TooManyRequests, StatusCodes.Status429TooManyRequests);
        if (context.Request.ContentLength > options.Limits.RequestBytes) return Replies.Notice(document, FormMessage.TooLarge, StatusCodes.Status413PayloadTooLarge);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        using var _ = options.Time.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), patience, options.Limits.Request, Timeout.InfiniteTimeSpan);
        try
        {
            var posted = await reader.ReadAsync(context.Request, document.Form, patience.Token);
            return await steps.AnswerAsync(context, document, posted, patience.Token);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Replies.Notice(document, FormMessage.TooLarge, error.StatusCode);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return Replies.Notice(document, FormMessage.Unreadable, StatusCodes.Status400BadRequest);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Replies.Notice(document, FormMessage.Unreadable, StatusCodes.Status408RequestTimeout);
        }
    }

    private Reply? Unknown() => documents.Frame() is { } frame ? Replies.Notice(frame, FormMessage.Unknown, StatusCodes.Status404NotFound) : null;
}
