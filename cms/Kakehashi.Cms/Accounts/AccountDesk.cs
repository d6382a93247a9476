using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accounts;

/// <summary>An account with its roles.</summary>
public sealed record AccountRow(Account Account, IReadOnlySet<Role> Roles)
{
    /// <summary>An operator has stopped it; mistyped passwords alone stop it for minutes only.</summary>
    public bool IsStopped => Account.LockoutEnd == DateTimeOffset.MaxValue;
}

/// <summary>Changes accounts, with an audit row for each change.</summary>
public sealed class AccountDesk(
    UserManager<Account> accounts, RoleManager<IdentityRole<Guid>> roles, AccountRecovery recovery, IDbContextFactory<CmsDb> databases, AuditTrail audit, Viewer viewer)
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
        account.HasMadePassword = true;
        var result = await accounts.CreateAsync(account, password);
        if (!result.Succeeded) return [.. result.Errors.Select(Japanese)];
        await SetRolesAsync(account, wanted);
        await AuditAsync("account.add", account, wanted, ct);
        return [];
    }

    /// <returns>The user name with its new password; null when there is no such account.</returns>
    public async Task<(string User, string Password)?> ResetAsync(Guid id, CancellationToken ct) =>
        await accounts.FindByIdAsync(id.ToString()) is { } account ? (account.UserName!, await recovery.ResetAsync(account, viewer.Actor, ct)) : null;

    /// <summary>Replaces the viewer's own password. Every other session of the viewer ends within a minute.</summary>
    public async Task<IReadOnlyList<Mistake>> ChangePasswordAsync(string current, string wanted, CancellationToken ct)
    {
        var account = (await accounts.FindByIdAsync(viewer.Actor.Id.ToString()))!;
        if (wanted == current) return [new("new", "今と違うパスワードにしてください。")];
        account.HasMadePassword = false;
        var result = await accounts.ChangePasswordAsync(account, current, wanted);
        if (!result.Succeeded) return [.. result.Errors.Select(Japanese)];
        await AuditAsync("account.ownPassword", account, null, ct);
        return [];
    }

    /// <summary>Stops somebody from signing in, or lets them again. What they have open ends within a minute.</summary>
    public async Task<IReadOnlyList<Mistake>> SetStoppedAsync(Guid id, bool stopped, CancellationToken ct)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return [new(null, "その利用者は見つかりません。")];
        if (id == viewer.Actor.Id) return [new(null, "ご自分の利用は止められません。ほかの運用管理者に頼んでください。")];
        await accounts.ResetAccessFailedCountAsync(account);
        await accounts.SetLockoutEndDateAsync(account, stopped ? DateTimeOffset.MaxValue : null);
        await accounts.UpdateSecurityStampAsync(account);
        await AuditAsync(stopped ? "account.stop" : "account.resume", account, null, ct);
        return [];
    }

    public async Task<IReadOnlyList<Mistake>> ChangeRolesAsync(Guid id, IReadOnlySet<Role> wanted, CancellationToken ct)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return [new(null, "その利用者は見つかりません。")];
        if (wanted.Count == 0) return [new(null, "役割を1つ以上選んでください。使えなくするときは「利用を止める」を押してください。")];
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
        nameof(IdentityErrorDescriber.PasswordMismatch) => new("current", "今のパスワードが違います。確かめて、もう一度入力してください。"),
        nameof(IdentityErrorDescriber.PasswordTooShort) => new("new", "新しいパスワードは12文字以上にしてください。"),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => new("new", "新しいパスワードには、5種類以上の文字を使ってください。"),
        _ => new(null, "登録できませんでした。入力を確かめてください。"),
    };
}
