using System.CommandLine;
using System.Globalization;
using Kakehashi.Cms.Transfer;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Cli.Commands;

/// <summary><c>export --content DIR</c>: everything that the CMS holds as a programme's folder.</summary>
static class ExportCommand
{
    public static Command Create()
    {
        var content = new Option<string>("--content") { Description = "書き出すフォルダー（空か、前に書き出した所）", Required = true };
        var connection = new CmsConnection();
        var command = new Command("export", "CMSの内容をフォルダーに書き出します。") { content };
        connection.AddTo(command);
        command.SetAction((result, cancellation) => connection.RunAsync(result, async services =>
        {
            try
            {
                var files = await services.GetRequiredService<Export>().RunAsync(result.GetRequiredValue(content), cancellation);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files}個のファイルを書き出しました。"));
                return 0;
            }
            catch (IOException exception)
            {
                Console.Error.WriteLine(exception.Message);
                return 1;
            }
        }, cancellation));
        return command;
    }
}
