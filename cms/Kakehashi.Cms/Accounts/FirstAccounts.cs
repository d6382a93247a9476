using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accounts;

/// <summary>The accounts of a new installation: one for each role, with random passwords that are told once and kept only as hashes.</summary>
static class FirstAccounts
{
    /// <summary>Does nothing where there is any account.</summary>
    /// <param name="signIns">Receives one line for each account: <c>sign-in role=… user=… password=…</c>.</param>
    public static async Task CreateAsync(UserManager<Account> accounts, RoleManager<IdentityRole<Guid>> roles, TextWriter signIns)
    {
        if (await accounts.Users.AnyAsync()) return;
        foreach (var role in Enum.GetValues<Role>())
        {
            var name = RoleNames.Of(role);
            if (!await roles.RoleExistsAsync(name)) Check(await roles.CreateAsync(new IdentityRole<Guid>(name)));
            var password = NewPassword.Create();
            var account = new Account { UserName = name, Email = $"{name}@site.example", DisplayName = role.Label(), HasMadePassword = true };
            Check(await accounts.CreateAsync(account, password));
            Check(await accounts.AddToRoleAsync(account, name));
            await signIns.WriteLineAsync($"sign-in role={name} user={name} password={password}");
        }
    }

    static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
