using Kakehashi.Cms.Frame;
using Microsoft.AspNetCore.Identity;

namespace Kakehashi.Cms.Accounts;

/// <summary>One's own password.</summary>
public static class PasswordEndpoints
{
    public const string Path = "/account";

    public static void MapPassword(this IEndpointRouteBuilder staff)
    {
        staff.MapGet(Path, (HttpContext context) => Show(context, []));
        staff.MapPost(Path, async (HttpContext context, AccountDesk desk, FailedTries tries, SignInManager<Account> signIn, Status status, CancellationToken ct) =>
        {
            var form = await context.Request.ReadFormAsync(ct);
            if (!tries.Begin(context.Connection.RemoteIpAddress)) return FailedTries.Refusal();
            var mistakes = await desk.ChangePasswordAsync(form["current"].ToString(), form["new"].ToString(), ct);
            if (!mistakes.Any(mistake => mistake.Field == "current")) tries.TakeBack(context.Connection.RemoteIpAddress);
            if (mistakes.Count > 0) return Show(context, mistakes);
            await signIn.RefreshSignInAsync((await signIn.UserManager.GetUserAsync(context.User))!);
            status.Say(context, "パスワードを変えました。");
            return Results.Redirect("/");
        });
    }

    static IResult Show(HttpContext context, IReadOnlyList<Mistake> mistakes) =>
        Pages.Show<PasswordScreen>(new { User = context.User.Identity!.Name!, Mistakes = mistakes },
            mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
