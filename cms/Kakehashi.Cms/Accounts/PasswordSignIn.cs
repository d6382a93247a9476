using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Kakehashi.Cms.Accounts;

/// <summary>Signs somebody in. An account that does not exist or is locked takes as long as a wrong password.</summary>
public sealed class PasswordSignIn(SignInManager<Account> signIn, IPasswordHasher<Account> hasher)
{
    static readonly Account Nobody = new();
    static string? nobodysHash;

    /// <returns>Who is signed in from now on; null for a wrong password, an unknown user and a locked one alike.</returns>
    public async Task<ClaimsPrincipal?> TryAsync(string user, string password)
    {
        var account = await signIn.UserManager.FindByNameAsync(user);
        if (account is null || await signIn.UserManager.IsLockedOutAsync(account))
        {
            hasher.VerifyHashedPassword(Nobody, nobodysHash ??= hasher.HashPassword(Nobody, NewPassword.Create()), password);
            return null;
        }
        var result = await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? await signIn.CreateUserPrincipalAsync(account) : null;
    }
}
