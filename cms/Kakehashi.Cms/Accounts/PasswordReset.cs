using Microsoft.AspNetCore.Identity;

namespace Kakehashi.Cms.Accounts;

static class PasswordReset
{
    /// <summary>Puts a password that the CMS made in place of the old one and ends a lockout.</summary>
    /// <exception cref="InvalidOperationException">It was refused; the old password still holds.</exception>
    public static async Task ResetAsync(this UserManager<Account> accounts, Account account, string password)
    {
        (account.HasMadePassword, account.AccessFailedCount) = (true, 0);
        var result = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password);
        if (result.Succeeded) result = await accounts.SetLockoutEndDateAsync(account, null);
        if (!result.Succeeded) throw new InvalidOperationException($"The password of {account.UserName} was not changed: {string.Join(", ", result.Errors.Select(error => error.Code))}.");
    }
}
