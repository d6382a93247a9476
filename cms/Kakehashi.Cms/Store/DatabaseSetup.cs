using Kakehashi.Cms.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Store;

/// <summary>Brings the database up to date before anything else starts. One process at a time does it; the others wait.</summary>
sealed class DatabaseSetup(IDbContextFactory<CmsDb> databases, IServiceScopeFactory scopes) : IHostedService
{
    const long Lock = 0x6B616B65;

    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(databases, scopes, Console.Out, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Migrates, and makes the first accounts where there are none.</summary>
    internal static async Task RunAsync(IDbContextFactory<CmsDb> databases, IServiceScopeFactory scopes, TextWriter signIns, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})", ct);
        try
        {
            await db.Database.MigrateAsync(ct);
            await using var scope = scopes.CreateAsyncScope();
            await FirstAccounts.CreateAsync(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>(), signIns);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }
}
