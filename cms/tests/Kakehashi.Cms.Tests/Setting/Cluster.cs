using System.Diagnostics;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(Cluster))]

namespace Kakehashi.Cms.Tests.Setting;

/// <summary>A PostgreSQL cluster of this test run alone: a Unix socket in a temporary directory, gone afterwards.</summary>
public sealed class Cluster : IAsyncLifetime
{
    const string Template = "cms_template";
    readonly string root = Directory.CreateTempSubdirectory("kakehashi-pg-").FullName;
    int databases;

    public async ValueTask InitializeAsync()
    {
        if (Environment.IsPrivilegedProcess) Run("chown", "nobody:nogroup", root);
        RunServerTool("initdb", "-D", $"{root}/data", "-U", "cms", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        RunServerTool("pg_ctl", "-D", $"{root}/data", "-w", "-l", $"{root}/log", "-o",
            $"-k {root} -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=600", "start");
        await ExecuteAsync("postgres", $"CREATE DATABASE {Template}");
        var options = new DbContextOptionsBuilder<CmsDb>().UseNpgsql(ConnectionTo(Template)).Options;
        await using (var db = new CmsDb(options)) await db.Database.MigrateAsync();
        NpgsqlConnection.ClearAllPools();
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        RunServerTool("pg_ctl", "-D", $"{root}/data", "-w", "-m", "immediate", "stop");
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A fresh, migrated database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"cms_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE {Template}");
        return ConnectionTo(name);
    }

    /// <summary>A database without any table.</summary>
    public async Task<string> CreateEmptyDatabaseAsync()
    {
        var name = $"cms_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name}");
        return ConnectionTo(name);
    }

    /// <summary>Takes a database away from whoever uses it.</summary>
    public Task DropDatabaseAsync(string connection) =>
        ExecuteAsync("postgres", $"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    string ConnectionTo(string database) => $"Host={root};Username=cms;Database={database};Maximum Pool Size=80;Connection Idle Lifetime=3;Connection Pruning Interval=1;Include Error Detail=true";

    async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // The server refuses to run as root.
    static void RunServerTool(string tool, params string[] arguments)
    {
        var path = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last(), "bin", tool);
        if (Environment.IsPrivilegedProcess) Run("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", path, .. arguments]);
        else Run(path, arguments);
    }

    static void Run(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { WorkingDirectory = "/", RedirectStandardOutput = file.EndsWith("initdb", StringComparison.Ordinal) || arguments.Any(a => a.EndsWith("initdb", StringComparison.Ordinal)) })!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
