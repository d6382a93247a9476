using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Personal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Store;

/// <summary>Brings the database up to date before anything else starts. One process at a time does it; the others wait.</summary>
sealed class DatabaseSetup(IDbContextFactory<CmsDb> databases, KeyRing ring, PersonalCipher cipher, BlindIndex index, IServiceScopeFactory scopes) : IHostedService
{
    const long Lock = 0x6B616B65;

    public Task StartAsync(CancellationToken cancellationToken) => LockedAsync(async db =>
    {
        await PrepareAsync(db, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await FirstAccounts.CreateAsync(
            scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>(), Console.Out);
    }, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Brings the tables up to date, and checks that the personal keys fit; nothing else.</summary>
    public Task MigrateAsync(CancellationToken ct) => LockedAsync(db => PrepareAsync(db, ct), ct);

    async Task PrepareAsync(CmsDb db, CancellationToken ct)
    {
        await db.Database.MigrateAsync(ct);
        await KeyCheck.RunAsync(db, ring, cipher, index, ct);
    }

    async Task LockedAsync(Func<CmsDb, Task> work, CancellationToken ct)
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
