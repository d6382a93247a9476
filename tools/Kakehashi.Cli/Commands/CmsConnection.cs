using System.CommandLine;
using Kakehashi.Cli.Up;
using Kakehashi.Cms;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Cli.Commands;

/// <summary>Options with which a command finds a CMS: the one that <c>tools/up</c> runs, or any other.</summary>
sealed class CmsConnection
{
    readonly InstallationOptions installation = new();

    readonly Option<string?> connection = new("--connection")
    {
        Description = "PostgreSQLの接続文字列（初めは環境変数 ConnectionStrings__Cms、なければ tools/up のデータベース）",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[installation.Program, installation.Data, installation.BasePort, connection]) command.Options.Add(option);
    }

    /// <summary>Runs work with the CMS's services.</summary>
    /// <returns>What the work returns, or 1 where the CMS's database cannot be reached; the error stream says why.</returns>
    public async Task<int> RunAsync(ParseResult result, Func<IServiceProvider, Task<int>> work, CancellationToken cancellation)
    {
        var here = installation.Read(result);
        var options = new CmsOptions
        {
            ConnectionString = result.GetValue(connection) ?? Environment.GetEnvironmentVariable("ConnectionStrings__Cms") ?? new PrivateCluster(here).ConnectionString,
            DataDirectory = here.Cms,
            Inbox = here.Inbox,
        };
        try
        {
            await using var services = await CmsHost.OpenAsync(options, cancellation);
            await using var scope = services.CreateAsyncScope();
            return await work(scope.ServiceProvider);
        }
        catch (Exception exception) when ((exception as Npgsql.NpgsqlException ?? exception.InnerException as Npgsql.NpgsqlException) is { } unreachable)
        {
            Console.Error.WriteLine($"CMSのデータベースに接続できません（{unreachable.Message}）。tools/up を動かすか、--connection で接続先を指定してください。");
            return 1;
        }
    }
}
