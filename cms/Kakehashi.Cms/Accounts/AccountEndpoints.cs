using Kakehashi.Cms.Frame;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Accounts;

/// <summary>Who may sign in, and as what. Passwords are made here, shown once and kept as hashes.</summary>
public static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder staff)
    {
        var accounts = staff.MapGroup("/accounts").AddEndpointFilter((context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<Viewer>().MayManageAccounts
                ? next(context)
                : ValueTask.FromResult<object?>(Pages.Failure(StatusCodes.Status403Forbidden)));
        accounts.MapGet("", (AccountDesk desk, CancellationToken ct) => ShowAsync(desk, [], null, ct));
        accounts.MapPost("", async (HttpContext context, AccountDesk desk, CancellationToken ct) =>
        {
            var form = await context.Request.ReadFormAsync(ct);
            var password = NewPassword.Create();
            var account = new Account { UserName = form["user"].ToString().Trim(), Email = form["email"].ToString().Trim(), DisplayName = form["name"].ToString().Trim() };
            var mistakes = await desk.AddAsync(account, password, Roles(form), ct);
            return await ShowAsync(desk, mistakes, mistakes.Count == 0 ? (account.UserName, password) : null, ct);
        });
        accounts.MapPost("{id:guid}/password", async (Guid id, AccountDesk desk, CancellationToken ct) =>
            await desk.ResetAsync(id, ct) is { } made ? await ShowAsync(desk, [], made, ct) : Pages.Failure(StatusCodes.Status404NotFound));
        foreach (var (path, stopped) in new[] { ("stopped", true), ("resumed", false) })
            accounts.MapPost($"{{id:guid}}/{path}", async (Guid id, HttpContext context, AccountDesk desk, Status status, CancellationToken ct) =>
            {
                if (await desk.SetStoppedAsync(id, stopped, ct) is { Count: > 0 } mistakes) return await ShowAsync(desk, mistakes, null, ct);
                status.Say(context, stopped ? "利用を止めました。サインイン中の画面も1分以内に使えなくなります。" : "利用を再開しました。");
                return Results.Redirect("/accounts");
            });
        accounts.MapPost("{id:guid}/roles", async (Guid id, HttpContext context, AccountDesk desk, Status status, CancellationToken ct) =>
        {
            if (await desk.ChangeRolesAsync(id, Roles(await context.Request.ReadFormAsync(ct)), ct) is { Count: > 0 } mistakes) return await ShowAsync(desk, mistakes, null, ct);
            status.Say(context, "役割を変えました。");
            return Results.Redirect("/accounts");
        });
    }

    static async Task<IResult> ShowAsync(AccountDesk desk, IReadOnlyList<Mistake> mistakes, (string User, string Password)? made, CancellationToken ct) =>
        Pages.Show<AccountsScreen>(new { Accounts = await desk.ListAsync(ct), Mistakes = mistakes, Made = made },
            mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    static HashSet<Role> Roles(IFormCollection form) =>
        [.. form["role"].Select(text => Enum.TryParse<Role>(text, out var role) && Enum.IsDefined(role) ? role : (Role?)null).OfType<Role>()];
}
