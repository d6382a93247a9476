using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Site;
using Kakehashi.Content;

namespace Kakehashi.Cli.Commands;

/// <summary><c>check DIR [--today DAY] [--json]</c>: accessibility rules over a built site; exit 1 where any error.</summary>
static class CheckCommand
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo>("DIR") { Description = "作成済みのサイトのフォルダー" }.AcceptExistingOnly();
        var today = new Option<DateOnly?>("--today") { Description = "この日の時点で検査します（例：2026-04-01）。指定がなければ日本の今日です", CustomParser = ReadDay };
        var json = new Option<bool>("--json") { Description = "結果を1つのJSONで出します" };
        var command = new Command("check", "作成済みのサイトのアクセシビリティを検査します。エラーがあれば終了コードは1です。") { directory, today, json };
        command.SetAction((result, cancellation) =>
        {
            var report = SiteCheck.Check(result.GetRequiredValue(directory).FullName, result.GetValue(today) ?? JapaneseTime.DateOf(TimeProvider.System.GetUtcNow()), cancellation);
            if (result.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(report, Json));
            else
                Print(report);
            return Task.FromResult(report.Findings.Any(finding => finding.Weight == Weight.Error) ? 1 : 0);
        });
        return command;
    }

    static DateOnly? ReadDay(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens.Single().Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        argument.AddError("--today には、2026-04-01 の形で日付を書いてください。");
        return null;
    }

    static void Print(SiteReport report)
    {
        // One write: the console is flushed after every line, and a neglected site has very many.
        Console.Write(string.Concat(report.Findings.Select(finding =>
            $"{finding.Path}:{finding.Line} {finding.Rule} {Word(finding.Weight)}：{finding.Message}〔{finding.Excerpt}〕\n")));
        var counts = Enum.GetValues<Weight>().Select(weight => $"{Word(weight)}{report.Findings.Count(finding => finding.Weight == weight)}件");
        Console.WriteLine($"{report.Pages}ページを検査しました。{string.Join("、", counts)}");
    }

    static string Word(Weight weight) => weight switch
    {
        Weight.Error => "エラー",
        Weight.Warning => "警告",
        _ => "助言",
    };
}
