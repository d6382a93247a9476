using System.Data.Common;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Kakehashi.Cms.Tests;

public sealed class AuditTrailTests(Cluster cluster) : IAsyncLifetime
{
    readonly Installation cms = new(cluster);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => cms.InitializeAsync();

    public ValueTask DisposeAsync() => cms.DisposeAsync();

    [Fact]
    public async Task Every_step_of_an_item_is_one_row_and_the_chain_is_whole()
    {
        var item = await cms.PublishArticleAsync("audited");
        await using var db = await cms.DbAsync();
        var rows = await db.Audit.Where(entry => entry.Subject == $"item:{item.Id}").OrderBy(entry => entry.Sequence).ToListAsync(Ct);
        Assert.Equal([("item.create", cms.Editor.Id), ("item.submit", cms.Editor.Id), ("item.approve", cms.Approver.Id)], rows.Select(row => (row.Action, row.ActorId)));
        Assert.Null(await AuditTrail.VerifyAsync(db, Ct));
    }

    [Fact]
    public async Task A_row_appended_while_the_chain_is_read_is_no_tampering()
    {
        var append = new AppendBeforeHead(() => cms.CreateAsync("meanwhile"));
        await using var db = new CmsDb(new DbContextOptionsBuilder<CmsDb>().UseNpgsql(cms.Options.ConnectionString).AddInterceptors(append).Options);
        Assert.Null(await AuditTrail.VerifyAsync(db, Ct));
        Assert.True(append.Done);
    }

    sealed class AppendBeforeHead(Func<Task> append) : DbCommandInterceptor
    {
        public bool Done { get; private set; }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!Done && command.CommandText.Contains("audit_head", StringComparison.Ordinal))
            {
                Done = true;
                await append();
            }
            return result;
        }
    }

    [Theory]
    [InlineData("UPDATE audit SET action = 'item.approve'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("TRUNCATE audit")]
    [InlineData("UPDATE revisions SET title = 'x'")]
    [InlineData("DELETE FROM revisions")]
    public async Task The_database_refuses_to_change_what_was_written(string sql)
    {
        await using var db = await cms.DbAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql, Ct));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = '[]' WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit SET actor_id = gen_random_uuid() WHERE sequence = 3", 3)]
    [InlineData("DELETE FROM audit WHERE sequence = 2", 2)]
    [InlineData("DELETE FROM audit WHERE sequence = (SELECT max(sequence) FROM audit)", 4)]
    public async Task Tampering_past_the_guard_is_found(string sql, long at)
    {
        await using var db = await cms.DbAsync();
        Assert.Equal(4, await db.Audit.CountAsync(Ct));
        await db.Database.ExecuteSqlAsync($"ALTER TABLE audit DISABLE TRIGGER ALL", Ct);
        await db.Database.ExecuteSqlRawAsync(sql, Ct);
        Assert.Equal(at, await AuditTrail.VerifyAsync(db, Ct));
    }
}
