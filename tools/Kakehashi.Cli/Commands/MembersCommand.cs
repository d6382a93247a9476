using System.CommandLine;
using System.Globalization;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.MemberImport;
using Kakehashi.Cms.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Cli.Commands;

/// <summary><c>members import FILE [--dry-run]</c>: existing members from a spreadsheet.</summary>
static class MembersCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "会員の一覧（ExcelブックかCSV）。見出しは 管理画面の「会員の取込み」のひな形のとおり" };
        var dryRun = new Option<bool>("--dry-run") { Description = "確かめるだけで、登録しません" };
        var connection = new CmsConnection();
        var import = new Command("import", "会員の一覧を取り込みます。誤りのある行は取り込まず、登録済みの会員は変えません。") { file, dryRun };
        connection.AddTo(import);
        import.SetAction((result, cancellation) => connection.RunAsync(result, async services =>
        {
            var chosen = result.GetRequiredValue(file);
            if (!chosen.Exists) return Fail($"{chosen.FullName} がありません。場所を確かめてください。");
            await using var stream = chosen.OpenRead();
            var (sheet, problem) = await SheetFile.ReadAsync(stream, cancellation);
            if (sheet is null) return Fail(problem!);
            var report = await services.GetRequiredService<MemberImporter>().RunAsync(sheet, result.GetValue(dryRun), Actor.System, cancellation);
            foreach (var mistake in report.Problems) Console.Error.WriteLine(mistake);
            foreach (var row in report.Rows)
                foreach (var said in row.Problems)
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Row.Number}行目 {(said.IsError ? "誤り" : "参考")} {said.Column} {said.Message}"));
            if (report.Problems.Count > 0) return 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(result.GetValue(dryRun) ? "確かめました（登録していません）" : "取り込みました")}：新しい会員{report.Count(RowOutcome.New)}、登録済み{report.Count(RowOutcome.Known)}、取り込めない行{report.Count(RowOutcome.Refused)}"));
            return report.Count(RowOutcome.Refused) > 0 ? 1 : 0;
        }, cancellation));
        return new Command("members", "会員の登録") { import };
    }

    static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
