using Kakehashi.Forms.Documents;
using Kakehashi.Forms.Steps;
using Kakehashi.Themes.Models;

namespace Kakehashi.Forms;

/// <summary>What nobody foresaw: an honest page for the visitor, and a line in the log that quotes nothing he sent.</summary>
internal static class Failures
{
    public static async Task CatchAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested || context.Response.HasStarted)
        {
            context.Abort();
        }
        catch (Exception error)
        {
            var log = context.RequestServices.GetRequiredService<ILogger<FormsOptions>>();
            // Messages of exceptions may quote input; their kind and place do not.
            log.LogError("Failed: {Kind} {Place}", error.GetType().FullName, error.StackTrace);
            var frame = context.RequestServices.GetRequiredService<FormDocuments>().Frame();
            await Answer.WriteAsync(context, frame is null ? null : Replies.Notice(frame, FormMessage.Unavailable, StatusCodes.Status500InternalServerError));
        }
    }
}
