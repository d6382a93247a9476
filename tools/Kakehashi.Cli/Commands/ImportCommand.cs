using System.CommandLine;
using System.Globalization;
using Kakehashi.Cms.Transfer;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Cli.Commands;

/// <summary><c>import --content DIR</c>: a programme's folder into the CMS, whole or not at all.</summary>
static class ImportCommand
{
    public static Command Create()
    {
        var content = new Option<string>("--content") { Description = "事業のフォルダー（program.yaml のある所）", Required = true };
        var connection = new CmsConnection();
        var command = new Command("import", "フォルダーの内容をCMSに取り込みます。誤りが1つでもあれば何も書き込みません。") { content };
        connection.AddTo(command);
        command.SetAction((result, cancellation) => connection.RunAsync(result, async services =>
        {
            var report = await services.GetRequiredService<Import>().RunAsync(result.GetRequiredValue(content), cancellation);
            foreach (var problem in report.Problems) Console.Error.WriteLine(problem);
            Console.WriteLine(report.Problems.Count > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{report.Problems.Count}件の誤りがあります。何も取り込んでいません。直してからもう一度実行してください。")
                : string.Create(CultureInfo.InvariantCulture, $"取り込みました：新規{report.Added}、変更{report.Changed}、変更なし{report.Unchanged}、画像と資料{report.Media}、アクセシビリティの試験{report.Tests}"));
            return report.Problems.Count > 0 ? 1 : 0;
        }, cancellation));
        return command;
    }
}
