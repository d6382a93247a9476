using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accounts;

/// <summary>A way back in for whoever operates the machine, when nobody can sign in any more.</summary>
public sealed class AccountRecovery(UserManager<Account> accounts, IDbContextFactory<CmsDb> databases, AuditTrail audit)
{
    /// <summary>Gives an account a new random password and ends its lockout; one audit row.</summary>
    /// <returns>The password, or null where there is no such user.</returns>
    public async Task<string?> ResetAsync(string user, CancellationToken ct)
    {
        if (await accounts.FindByNameAsync(user) is not { } account) return null;
        var password = NewPassword.Create();
        await accounts.ResetAsync(account, password);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await audit.AppendAsync(db, Actor.System, "account.password", $"account:{account.UserName}", null, ct);
        await transaction.CommitAsync(ct);
        return password;
    }
}
