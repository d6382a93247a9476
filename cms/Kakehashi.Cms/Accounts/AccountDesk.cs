using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accounts;

/// <summary>An account with its roles.</summary>
public sealed record AccountRow(Account Account, IReadOnlySet<Role> Roles);

/// <summary>Changes accounts, with an audit row for each change.</summary>
public sealed class AccountDesk(UserManager<Account> accounts, RoleManager<IdentityRole<Guid>> roles, IDbContextFactory<CmsDb> databases, AuditTrail audit, Viewer viewer)
{
    /// <summary>Everybody, by user name.</summary>
    public async Task<IReadOnlyList<AccountRow>> ListAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var held = await db.UserRoles.Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name }).ToListAsync(ct);
        var byUser = held.ToLookup(link => link.UserId, link => link.Name);
        return [.. (await db.Users.AsNoTracking().OrderBy(account => account.UserName).ToListAsync(ct)).Select(account =>
            new AccountRow(account, Enum.GetValues<Role>().Where(role => byUser[account.Id].Contains(RoleNames.Of(role), StringComparer.Ordinal)).ToHashSet()))];
    }

    public async Task<IReadOnlyList<Mistake>> AddAsync(Account account, string password, IReadOnlySet<Role> wanted, CancellationToken ct)
    {
        if (account.DisplayName.Length is 0 or > 60) return [new("name", "「名前」を60字以内で入力してください。")];
        if (wanted.Count == 0) return [new("role", "役割を1つ以上選んでください。")];
        var result = await accounts.CreateAsync(account, password);
        if (!result.Succeeded) return [.. result.Errors.Select(Japanese)];
        await SetRolesAsync(account, wanted);
        await AuditAsync("account.add", account, wanted, ct);
        return [];
    }

    /// <returns>The user name; null when there is no such account.</returns>
    public async Task<string?> ResetAsync(Guid id, string password, CancellationToken ct)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return null;
        await accounts.ResetAsync(account, password);
        await AuditAsync("account.password", account, null, ct);
        return account.UserName;
    }

    public async Task<IReadOnlyList<Mistake>> ChangeRolesAsync(Guid id, IReadOnlySet<Role> wanted, CancellationToken ct)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return [new(null, "その利用者は見つかりません。")];
        if (id == viewer.Actor.Id && !wanted.Contains(Role.Operator)) return [new(null, "ご自分から運用管理者の役割は外せません。ほかの運用管理者に頼んでください。")];
        await SetRolesAsync(account, wanted);
        await accounts.UpdateSecurityStampAsync(account);
        await AuditAsync("account.roles", account, wanted, ct);
        return [];
    }

    async Task SetRolesAsync(Account account, IReadOnlySet<Role> wanted)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var name = RoleNames.Of(role);
            if (!await roles.RoleExistsAsync(name)) await roles.CreateAsync(new IdentityRole<Guid>(name));
            var has = await accounts.IsInRoleAsync(account, name);
            if (wanted.Contains(role) && !has) await accounts.AddToRoleAsync(account, name);
            if (!wanted.Contains(role) && has) await accounts.RemoveFromRoleAsync(account, name);
        }
    }

    async Task AuditAsync(string action, Account account, IReadOnlySet<Role>? wanted, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await audit.AppendAsync(db, viewer.Actor, action, $"account:{account.UserName}",
            wanted is null ? null : new() { ["roles"] = string.Join(' ', wanted.Order().Select(RoleNames.Of)) }, ct);
        await transaction.CommitAsync(ct);
    }

    static Mistake Japanese(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => new("user", "その利用者名はもう使われています。別の利用者名にしてください。"),
        nameof(IdentityErrorDescriber.InvalidUserName) => new("user", "「利用者名」は半角の英数字で入力してください。"),
        nameof(IdentityErrorDescriber.DuplicateEmail) => new("email", "そのメールアドレスはもう使われています。"),
        nameof(IdentityErrorDescriber.InvalidEmail) => new("email", "「メールアドレス」を確かめてください。例：hanako@example.jp"),
        _ => new(null, "登録できませんでした。入力を確かめてください。"),
    };
}
