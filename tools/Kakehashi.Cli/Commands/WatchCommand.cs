using System.CommandLine;
using Kakehashi.Site.Publishing;
using Kakehashi.Site.Sources;
using Kakehashi.Site.Watching;

namespace Kakehashi.Cli.Commands;

/// <summary><c>watch --content DIR --out DIR [--json]</c>: builds again whenever the folder or the clock changes the site.</summary>
static class WatchCommand
{
    public static Command Create()
    {
        var options = new BuildOptions();
        var command = new Command("watch", "フォルダーと時計を見張り、変わったページだけを作り続けます。");
        options.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var report = new BuildReport(result.GetValue(options.Json));
            try
            {
                using var source = new FolderSource(result.GetRequiredValue(options.Content), watched: true);
                using var publisher = new Publisher(result.GetRequiredValue(options.Out), options.Read(result));
                await new SiteWatch(source, publisher, TimeProvider.System, report.Write).RunAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                return 0;
            }
            catch (OutputInUseException exception)
            {
                report.Write(new Outcome(null, [], exception.Message));
            }
            return 1;
        });
        return command;
    }
}
