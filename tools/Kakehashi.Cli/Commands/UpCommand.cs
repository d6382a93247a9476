using System.CommandLine;
using Kakehashi.Cli.Up;
using Kakehashi.Cms;
using Kakehashi.Cms.Transfer;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Cli.Commands;

/// <summary><c>up</c>: brings a whole installation up and keeps it until it is told to stop.</summary>
static class UpCommand
{
    public static Command Create()
    {
        var options = new InstallationOptions();
        var command = new Command("up", "CMS・フォーム・公開サイトを起動します。") { options.Program, options.Data, options.BasePort };
        command.SetAction((result, cancellation) => RunAsync(options.Read(result), cancellation));
        return command;
    }

    static async Task<int> RunAsync(Installation installation, CancellationToken cancellation)
    {
        await using var supervisor = new Supervisor(installation, Console.Error.WriteLine);
        try
        {
            var content = ProgramFolder.Find(installation.Program);
            foreach (var line in await supervisor.StartAsync((connection, ct) => ImportAsync(content, connection, installation, ct), cancellation))
                Console.WriteLine(line);
            await supervisor.KeepAliveAsync(cancellation);
            return 0;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 0;
        }
        catch (SetupException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }

    static async Task ImportAsync(string content, string connection, Installation installation, CancellationToken cancellation)
    {
        await using var services = await CmsHost.OpenAsync(new CmsOptions { ConnectionString = connection, DataDirectory = installation.Cms, Inbox = installation.Inbox }, cancellation);
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<Import>().RunAsync(content, cancellation);
        if (report.Problems.Count > 0) throw new SetupException(string.Join('\n', report.Problems));
    }
}
