using System.CommandLine;
using Kakehashi.Site.Publishing;
using Kakehashi.Site.Sources;

namespace Kakehashi.Cli.Commands;

/// <summary><c>build --content DIR --out DIR [--json]</c>: full or incremental build from a folder.</summary>
static class BuildCommand
{
    public static Command Create()
    {
        var options = new BuildOptions();
        var command = new Command("build", "フォルダーの内容からサイトを作ります。2度目からは変わったページだけを作ります。");
        options.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var report = new BuildReport(result.GetValue(options.Json));
            try
            {
                using var source = new FolderSource(result.GetRequiredValue(options.Content));
                var outcome = await SiteBuild.RunAsync(source, result.GetRequiredValue(options.Out), options.Read(result), TimeProvider.System.GetUtcNow(), cancellation);
                report.Write(outcome);
                return outcome.Succeeded ? 0 : 1;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                report.Write(new Outcome(null, [], exception.Message));
                return 1;
            }
        });
        return command;
    }
}
