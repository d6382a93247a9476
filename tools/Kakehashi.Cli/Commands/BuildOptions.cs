using System.CommandLine;
using Kakehashi.Site.Publishing;

namespace Kakehashi.Cli.Commands;

/// <summary>Options of <c>build</c> and <c>watch</c>.</summary>
sealed class BuildOptions
{
    readonly Option<bool> noRules = new("--no-rules") { Description = "アクセシビリティの検査をしません" };
    readonly Option<bool> noCompression = new("--no-compression") { Description = "圧縮したファイル（br、gz）を作りません" };

    public Option<string> Content { get; } = new("--content") { Description = "事業のフォルダー（program.yaml のある所）", Required = true };

    public Option<string> Out { get; } = new("--out") { Description = "出力先のフォルダー", Required = true };

    public Option<bool> Json { get; } = new("--json") { Description = "結果をJSONで1行に書きます" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Content, Out, Json, noRules, noCompression]) command.Options.Add(option);
    }

    public PublishOptions Read(ParseResult result) => new() { Rules = !result.GetValue(noRules), Compression = !result.GetValue(noCompression) };
}
