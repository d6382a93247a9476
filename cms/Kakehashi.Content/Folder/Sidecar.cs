using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Content.Folder;

/// <summary>What <c>media/name.ext.yaml</c> says about the file beside it.</summary>
/// <param name="Alt">Of a picture that tells something; otherwise empty.</param>
/// <param name="Decorative">Of a picture that tells nothing.</param>
/// <param name="Title">Of a document; empty for pictures.</param>
public sealed record Sidecar(string Alt, bool Decorative, string Title)
{
    /// <summary>Ending added to the name of the file.</summary>
    public const string Ending = ".yaml";

    /// <summary>Reads the text.</summary>
    /// <param name="path">Path shown in problems.</param>
    /// <param name="text">Whole file; null when there is none.</param>
    /// <param name="isPicture">Whether the file beside it is a picture.</param>
    /// <returns>What it says, and every mistake; empty when there is none.</returns>
    public static (Sidecar Said, IReadOnlyList<Problem> Problems) Read(string path, string? text, bool isPicture)
    {
        var problems = new List<Problem>();
        var values = text is null ? [] : Values(path, text, problems);
        var said = new Sidecar(values.GetValueOrDefault("alt", ""), values.GetValueOrDefault("decorative") == "true", values.GetValueOrDefault("title", ""));
        if (problems.Count > 0) return (said, problems);
        var line = text is null ? 0 : 1;
        if (isPicture && said.Alt.Length > 0 == said.Decorative)
            problems.Add(new Problem(path, line, "画像には説明が要ります。「alt: 画像が伝える内容」か「decorative: true」のどちらか一方を書いてください。"));
        if (!isPicture && said.Title.Length == 0) problems.Add(new Problem(path, line, "資料には題名が要ります。「title: 題名」を書いてください。"));
        return (said, problems);
    }

    /// <summary>Whole file, LF line ends, final newline. Reading it back gives the same.</summary>
    public string Write() => Decorative ? "decorative: true\n" : Title.Length > 0 ? $"title: {YamlText.Quote(Title)}\n" : $"alt: {YamlText.Quote(Alt)}\n";

    static Dictionary<string, string> Values(string path, string text, List<Problem> problems)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is not [{ RootNode: YamlMappingNode mapping }])
                problems.Add(new Problem(path, 1, "説明は「項目: 値」の形で書いてください。"));
            else
                foreach (var (key, value) in mapping.Children)
                    if (key is YamlScalarNode { Value: "alt" or "decorative" or "title" } known && value is YamlScalarNode { Value: { } said }) values[known.Value!] = said.Trim();
                    else problems.Add(new Problem(path, (int)key.Start.Line, $"「{key}」という項目はありません。alt、decorative、title を使ってください。"));
        }
        catch (YamlException exception)
        {
            problems.Add(new Problem(path, (int)exception.Start.Line, "説明を読み取れません。引用符「\"」とコロンの後の空白を確かめてください。"));
        }
        return values;
    }
}
