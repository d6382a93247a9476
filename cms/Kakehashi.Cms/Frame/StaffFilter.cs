using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Workflows;
using Microsoft.AspNetCore.Antiforgery;

namespace Kakehashi.Cms.Frame;

/// <summary>Stands before every screen for staff: refuses posts that do not come from our own forms, and learns who looks.</summary>
sealed class StaffFilter(IAntiforgery antiforgery, ProgramStore programs) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var ct = http.RequestAborted;
        if (!HttpMethods.IsGet(http.Request.Method) && !await antiforgery.IsRequestValidAsync(http))
            return Pages.Failure(StatusCodes.Status400BadRequest);
        if (http.User.ToActor() is not { } actor) return Results.Challenge();

        if (actor.Roles.Count == 0)
            return Pages.Failure(StatusCodes.Status403Forbidden, "使える画面がありません", "あなたには役割がありません。運用管理者に役割を頼んでください。",
                new Content.Link("別の利用者でサインインする", AccountsSetup.SignInPath));

        var viewer = http.RequestServices.GetRequiredService<Viewer>();
        (viewer.Actor, viewer.Program) = (actor, await programs.CurrentAsync(ct));
        if (HttpMethods.IsGet(http.Request.Method) && viewer.MayReview)
        {
            var counts = await http.RequestServices.GetRequiredService<ItemQueries>().CountByStateAsync(ct);
            viewer.Waiting = Waiting(actor).Sum(state => counts.GetValueOrDefault(state));
        }
        if (HttpMethods.IsGet(http.Request.Method) && viewer.MayReadSubmissions)
            viewer.Submissions = await http.RequestServices.GetRequiredService<SubmissionQueries>().CountWaitingAsync(ct);
        return await next(context);
    }

    /// <summary>States in which an item waits for somebody in these roles.</summary>
    public static IEnumerable<EditorialState> Waiting(Actor actor)
    {
        if (actor.Roles.Contains(Role.Secretariat)) yield return EditorialState.InCheck;
        if (actor.Roles.Contains(Role.Approver)) yield return EditorialState.AwaitingApproval;
    }
}
