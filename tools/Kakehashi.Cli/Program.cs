using System.CommandLine;
using Kakehashi.Cli.Commands;

var root = new RootCommand("架け橋：都道府県のDX事業サイトのCMS・静的サイト生成・フォーム")
{
    UpCommand.Create(),
    RunCommand.Create(),
    BuildCommand.Create(),
    WatchCommand.Create(),
    ServeCommand.Create(),
    CheckCommand.Create(),
    ImportCommand.Create(),
    ExportCommand.Create(),
    MembersCommand.Create(),
    PasswordCommand.Create(),
    KeysCommand.Create(),
};
// SIGTERM and Ctrl-C cancel the command, which then takes down what it started.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
