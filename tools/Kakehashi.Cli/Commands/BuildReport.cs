using System.Globalization;
using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Site.Publishing;

namespace Kakehashi.Cli.Commands;

/// <summary>Tells how a build ended: one line, or one JSON object; mistakes one per line on the error stream.</summary>
sealed class BuildReport(bool json)
{
    public void Write(Outcome outcome)
    {
        foreach (var problem in outcome.Problems) Console.Error.WriteLine(problem);
        foreach (var finding in outcome.Result?.Findings ?? [])
            Console.Error.WriteLine($"{finding.Path}:{finding.Line} {finding.Rule} {finding.Message}〔{finding.Excerpt}〕");
        if (outcome.Fault is { } fault) Console.Error.WriteLine(fault);
        if (outcome.Problems.Count > 0 && outcome.Result is null)
            Console.Error.WriteLine($"{Count(outcome.Problems.Count)}件の誤りがあります。何も公開していません。直してからもう一度実行してください。");
        if (outcome.Result is { } result) Console.WriteLine(json ? JsonSerializer.Serialize(result, ContentJson.Options) : Line(result));
    }

    static string Line(BuildResult result) =>
        $"{Count(result.Pages)}ページ：作成{Count(result.Rendered)}、変更なし{Count(result.Unchanged)}、削除{Count(result.Removed)}"
        + (result.Succeeded ? "" : $"、保留{Count(result.Pages - result.Rendered - result.Unchanged)}（アクセシビリティの誤り）")
        + $"、{Count(result.ElapsedMs)}ミリ秒";

    static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
