using Kakehashi.Cms.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Store;

/// <summary>Brings the database up to date before anything else starts. One process at a time does it; the others wait.</summary>
sealed class DatabaseSetup(IDbContextFactory<CmsDb> databases, IServiceScopeFactory scopes) : IHostedService
{
    const long Lock = 0x6B616B65;

    public Task StartAsync(CancellationToken cancellationToken) => LockedAsync(databases, async db =>
    {
        await db.Database.MigrateAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await FirstAccounts.CreateAsync(
            scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>(), Console.Out);
    }, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Brings the tables up to date and nothing else.</summary>
    public static Task MigrateAsync(IDbContextFactory<CmsDb> databases, CancellationToken ct) =>
        LockedAsync(databases, db => db.Database.MigrateAsync(ct), ct);

    static async Task LockedAsync(IDbContextFactory<CmsDb> databases, Func<CmsDb, Task> work, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})", ct);
        try
        {
            await work(db);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }
}
