using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Content.Folder;

/// <summary>Reads <c>program.yaml</c>.</summary>
public sealed class ProgramFile
{
    static readonly JsonSerializerOptions Strict = new(ContentJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    static readonly Dictionary<string, PropertyInfo> Properties = typeof(ProgramSettings).GetProperties()
        .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), StringComparer.Ordinal);

    readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    readonly List<Problem> problems = [];
    readonly string path;

    ProgramFile(string path) => this.path = path;

    /// <summary>The settings; null when there is any problem.</summary>
    public ProgramSettings? Settings { get; private set; }

    /// <summary>Mistakes in the order of keys; empty when there are none.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Reads the file's whole text.</summary>
    /// <param name="path">Path shown in problems.</param>
    /// <param name="text">YAML; LF or CRLF.</param>
    public static ProgramFile Read(string path, string text)
    {
        var file = new ProgramFile(path);
        file.ReadText(text);
        return file;
    }

    void ReadText(string text)
    {
        if (Root(text) is not { } root) return;
        foreach (var (key, value) in root)
        {
            if (Properties.TryGetValue(key, out var property)) TryRead(key, value, property.PropertyType);
            else Report($"$.{key}", $"「{key}」という設定はありません。つづりを直すか、行を消してください。使える設定：{string.Join("、", Properties.Keys)}");
        }
        foreach (var (key, property) in Properties)
            if (property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) && root[key] is null)
                problems.Add(new Problem(path, 1, $"「{key}」がありません。行を加えてください。", key));
        if (problems.Count > 0) return;

        var settings = root.Deserialize<ProgramSettings>(Strict)!;
        CheckMeaning(settings);
        if (problems.Count == 0) Settings = settings;
    }

    JsonObject? Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text.TrimStart('\uFEFF')));
            if (stream.Documents is [{ RootNode: YamlMappingNode mapping }]) return (JsonObject)ToJson(mapping, "$")!;
            problems.Add(new Problem(path, 1, "設定は「項目: 値」の形で書いてください。"));
        }
        catch (YamlException exception)
        {
            problems.Add(new Problem(path, (int)exception.Start.Line, "設定を読み取れません。字下げ、引用符「\"」、コロンの後の空白、同じ項目の重なりを確かめてください。"));
        }
        // The YAML scanner gives up this way on a list that is not closed.
        catch (InvalidOperationException)
        {
            problems.Add(new Problem(path, 1, "設定を読み取れません。括弧「[ ]」「{ }」が閉じているか確かめてください。"));
        }
        return null;
    }

    void TryRead(string key, JsonNode? value, Type type)
    {
        try
        {
            value.Deserialize(type, Strict);
        }
        catch (JsonException exception)
        {
            Report($"$.{key}{exception.Path?[1..]}", $"「{key}」の書き方が違います（{exception.Path?.TrimStart('$', '.')}）。項目の名前と値を見本に合わせてください。");
        }
    }

    void CheckMeaning(ProgramSettings settings)
    {
        if (!Uri.TryCreate(settings.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || url.AbsolutePath != "/" || !settings.Url.EndsWith('/'))
            Report("$.url", "「url」は https:// で始まり / で終わる、サイトの先頭のアドレスにしてください。例：https://dx.example/");
        foreach (var (key, terms) in new[] { ("categories", settings.Categories), ("fields", settings.Fields), ("areas", settings.Areas) })
        {
            for (var i = 0; i < terms.Count; i++)
                if (!Slug.IsValid(terms[i].Slug)) Report(Index(key, i), $"「{key}」の slug「{terms[i].Slug}」をアドレスに使えません。{Slug.Rule}");
            foreach (var twice in terms.Select((term, i) => (term, i)).GroupBy(pair => pair.term.Slug, StringComparer.Ordinal).Where(same => same.Count() > 1))
                Report(Index(key, twice.Last().i), $"「{key}」に slug「{twice.Key}」が2度あります。片方を変えてください。");
        }
        foreach (var (key, links) in new[] { ("navigation", settings.Navigation), ("utility", settings.Utility), ("footer", settings.Footer) })
            for (var i = 0; i < links.Count; i++)
                if (!IsLink(links[i].Href)) Report(Index(key, i), $"「{key}」のリンク先「{links[i].Href}」は、/ で始まり / で終わるサイト内のアドレスか https:// のアドレスにしてください。");
        foreach (var (at, message) in AccessibilityCheck.Check(settings.Accessibility)) Report($"$.accessibility.{at}", message);
    }

    static bool IsLink(string href) =>
        href.StartsWith('/') && href.EndsWith('/') && !href.StartsWith("//", StringComparison.Ordinal)
        || Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    static string Index(string key, int i) => string.Create(CultureInfo.InvariantCulture, $"$.{key}[{i}]");

    JsonNode? ToJson(YamlNode node, string at)
    {
        lines[at] = (int)node.Start.Line;
        switch (node)
        {
            case YamlMappingNode mapping:
                var values = new JsonObject();
                foreach (var (key, value) in mapping.Children)
                    values[key.ToString()] = ToJson(value, $"{at}.{key}");
                return values;
            case YamlSequenceNode list:
                return new JsonArray([.. list.Select((entry, i) => ToJson(entry, string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]")))]);
            default:
                var scalar = (YamlScalarNode)node;
                return scalar.Value switch
                {
                    null or "" when scalar.Style == ScalarStyle.Plain => null,
                    "true" when scalar.Style == ScalarStyle.Plain => JsonValue.Create(true),
                    "false" when scalar.Style == ScalarStyle.Plain => JsonValue.Create(false),
                    var text when scalar.Style == ScalarStyle.Plain && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
                    var text => JsonValue.Create(text),
                };
        }
    }

    void Report(string at, string message)
    {
        var known = at;
        while (!lines.ContainsKey(known) && known.Length > 1) known = known[..Math.Max(1, known.LastIndexOfAny(['.', '[']))];
        problems.Add(new Problem(path, lines.GetValueOrDefault(known, 1), message));
    }
}
