using System.CommandLine;
using Kakehashi.Cli.Up;

namespace Kakehashi.Cli.Commands;

/// <summary>The options that name an installation, the same in every command.</summary>
sealed class InstallationOptions
{
    public Option<string> Program { get; } = new("--program")
    {
        Description = "content/programs/ の下のフォルダーの名前",
        DefaultValueFactory = _ => "tochigi-platform",
    };

    public Option<string?> Data { get; } = new("--data") { Description = "データを置くフォルダー（初めは data/プログラム名）" };

    public Option<int> BasePort { get; } = new("--base-port")
    {
        Description = "公開サイトのポート番号。CMSは+1、フォームは+2、httpからの転送は+3",
        DefaultValueFactory = _ => 8443,
    };

    public Installation Read(ParseResult result)
    {
        var program = result.GetRequiredValue(Program);
        var data = result.GetValue(Data) ?? Path.Combine(ProgramFolder.Root, "data", program);
        return new Installation(program, Path.GetFullPath(data), result.GetRequiredValue(BasePort));
    }
}
