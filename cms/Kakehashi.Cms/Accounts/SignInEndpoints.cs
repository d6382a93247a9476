using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Frame;
using Kakehashi.Content.Workflows;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Kakehashi.Cms.Accounts;

/// <summary>Signing in and out. What was typed before a session ended is still there after the next one begins.</summary>
public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (string? returnUrl) => Pages.Show<SignInScreen>(new { ReturnUrl = Local(returnUrl) })).AllowAnonymous();
        routes.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        routes.MapGet("/denied", () => Pages.Failure(StatusCodes.Status403Forbidden)).AllowAnonymous();
    }

    /// <summary>Answers a request that needs a session and has none.</summary>
    public static async Task AskAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
            return;
        }
        if (context.Request.Headers["X-Autosave"].Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var kept = await context.RequestServices.GetRequiredService<KeptForms>().SealAsync(context.Request, context.RequestAborted);
        await Pages.Show<SignInScreen>(new { ReturnUrl = "/", Kept = kept, Expired = true }, StatusCodes.Status401Unauthorized).ExecuteAsync(context);
    }

    static async Task<IResult> SignInAsync(
        HttpContext context, IAntiforgery antiforgery, FailedTries tries, PasswordSignIn signIn, KeptForms keptForms, Autosaves autosaves, Status status, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Pages.Failure(StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync(ct);
        var (user, returnUrl) = (form["user"].ToString().Trim(), Local(form["returnUrl"]));
        if (!tries.Begin(context.Connection.RemoteIpAddress)) return FailedTries.Refusal();
        if (await signIn.TryAsync(user, form["password"].ToString()) is not { } principal)
            return Pages.Show<SignInScreen>(new { ReturnUrl = returnUrl, User = user, Kept = (string?)form["kept"], Failed = true }, StatusCodes.Status401Unauthorized);
        tries.TakeBack(context.Connection.RemoteIpAddress);

        if (keptForms.Open(form["kept"]) is not { } kept) return Results.Redirect(returnUrl);
        if (principal.ToActor() is { } actor && actor.Roles.Any(role => Editorial.May(role, EditorialAction.Save))
            && EditAddress.Parse(kept.Path) is { } address && await EditFlow.KeepAsync(autosaves, address, kept.Fields, actor, ct))
        {
            status.Say(context, "サインインしました。入力していた内容は残っています。まだ保存していません。");
            return Results.Redirect(address.Path);
        }
        context.User = principal;
        return Pages.Show<ContinueScreen>(new { Form = kept });
    }

    static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<Account> signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Pages.Failure(StatusCodes.Status400BadRequest);
        await signIn.SignOutAsync();
        return Results.Redirect("/sign-in");
    }

    static string Local(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/";
}
