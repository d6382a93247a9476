using System.Security.Cryptography;
using Kakehashi.Content;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Site.Sources;

/// <summary>One file of <c>media/</c> with its sidecar <c>name.ext.yaml</c>.</summary>
sealed class MediaEntry : IReadFile
{
    public const string SidecarEnding = ".yaml";

    readonly List<Problem> problems = [];

    MediaEntry(FoundFile found) => Found = found;

    public FoundFile Found { get; }

    public string Name => Path.GetFileName(Found.Path);

    /// <summary>Null when there is any problem.</summary>
    public MediaFile? File { get; private set; }

    public IReadOnlyList<Problem> Problems => problems;

    public static MediaEntry Read(string root, FoundFile found)
    {
        var entry = new MediaEntry(found);
        entry.Read(Path.Join(root, found.Path));
        return entry;
    }

    public SourceMedia ToMedia(string root)
    {
        var path = Path.Join(root, Found.Path);
        return new SourceMedia(File!, _ => Task.FromResult<Stream>(System.IO.File.OpenRead(path)));
    }

    void Read(string path)
    {
        var bytes = System.IO.File.ReadAllBytes(path);
        var kind = MediaKind.Detect(Name, bytes);
        if (!MediaKind.IsValidName(Name)) Report(Found.Path, 0, "ファイル名は半角の英小文字・数字・ハイフンと拡張子にしてください。例：flow-chart.svg");
        if (kind is null) Report(Found.Path, 0, $"このファイルは公開できません。{MediaKind.Accepted}拡張子と中身が合っているかも確かめてください。");
        var sidecar = Sidecar(path + SidecarEnding);
        if (kind is null) return;
        var isPicture = kind.ContentType.StartsWith("image/", StringComparison.Ordinal);
        var (alt, decorative, title) = (sidecar.GetValueOrDefault("alt", ""), sidecar.GetValueOrDefault("decorative") == "true", sidecar.GetValueOrDefault("title", ""));
        if (isPicture && (alt.Length > 0) == decorative)
            Report(Found.Path + SidecarEnding, sidecar.Count > 0 ? 1 : 0, "画像には説明が要ります。「alt: 画像が伝える内容」か「decorative: true」のどちらか一方を書いてください。");
        if (!isPicture && title.Length == 0)
            Report(Found.Path + SidecarEnding, sidecar.Count > 0 ? 1 : 0, "資料には題名が要ります。「title: 題名」を書いてください。");
        if (problems.Count == 0)
            File = new MediaFile(Name, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, kind.ContentType, kind.Width, kind.Height,
                isPicture ? alt : "", isPicture ? null : title);
    }

    Dictionary<string, string> Sidecar(string path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!System.IO.File.Exists(path)) return values;
        var name = Found.Path + SidecarEnding;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(System.IO.File.ReadAllText(path)));
            if (stream.Documents is not [{ RootNode: YamlMappingNode mapping }])
            {
                Report(name, 1, "説明は「項目: 値」の形で書いてください。");
                return values;
            }
            foreach (var (key, value) in mapping.Children)
                if (key is YamlScalarNode { Value: "alt" or "decorative" or "title" } known && value is YamlScalarNode { Value: { } text }) values[known.Value!] = text.Trim();
                else Report(name, (int)key.Start.Line, $"「{key}」という項目はありません。alt、decorative、title を使ってください。");
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            Report(name, (int)((exception as YamlException)?.Start.Line ?? 1), "説明を読み取れません。引用符「\"」とコロンの後の空白を確かめてください。");
        }
        return values;
    }

    void Report(string path, int line, string message) => problems.Add(new Problem(path, line, message));
}
