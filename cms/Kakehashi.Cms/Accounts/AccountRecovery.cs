using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accounts;

/// <summary>A way back in for somebody who cannot sign in any more: given by an operator, or by whoever operates the machine.</summary>
public sealed class AccountRecovery(UserManager<Account> accounts, IDbContextFactory<CmsDb> databases, AuditTrail audit)
{
    /// <summary>Gives an account a new random password and ends its lockout; one audit row.</summary>
    /// <returns>The password, or null where there is no such user.</returns>
    public async Task<string?> ResetAsync(string user, CancellationToken ct) =>
        await accounts.FindByNameAsync(user) is { } account ? await ResetAsync(account, Actor.System, ct) : null;

    /// <inheritdoc cref="ResetAsync(string, CancellationToken)"/>
    /// <exception cref="InvalidOperationException">It was refused; the old password still holds.</exception>
    public async Task<string> ResetAsync(Account account, Actor by, CancellationToken ct)
    {
        var password = NewPassword.Create();
        await accounts.ResetAsync(account, password);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await audit.AppendAsync(db, by, "account.password", $"account:{account.UserName}", null, ct);
        await transaction.CommitAsync(ct);
        return password;
    }
}
