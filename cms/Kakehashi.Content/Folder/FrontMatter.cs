using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Content.Folder;

/// <summary>Reads one Markdown file of the folder format: YAML front matter and body.</summary>
public sealed class FrontMatter
{
    static readonly string[] Metadata = ["publishAt", "updatedAt", "expireAt", "aliases"];

    readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    readonly List<Problem> problems = [];
    readonly string path;

    FrontMatter(string path) => this.path = path;

    /// <summary>The document; null when the file could not be read as one.</summary>
    public ItemDocument? Document { get; private set; }

    /// <summary>Mistakes of form, in the order of lines; those of meaning are found by <see cref="Validation"/>.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Line of a key, from 1; that of the opening dashes for a key that is not there.</summary>
    public int LineOf(string key) => lines.GetValueOrDefault(key, 1);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path shown in problems, relative, with forward slashes.</param>
    /// <param name="type">Type that its folder belongs to.</param>
    /// <param name="slug">File name without extension.</param>
    /// <param name="text">Whole file; LF or CRLF.</param>
    public static FrontMatter Read(string path, ContentType type, string slug, string text)
    {
        var file = new FrontMatter(path);
        file.ReadText(type, slug, text.ReplaceLineEndings("\n").TrimStart('\uFEFF'));
        return file;
    }

    void ReadText(ContentType type, string slug, string text)
    {
        if (!Slug.IsValid(slug)) Report(0, $"ファイル名「{slug}」をアドレスに使えません。{Slug.Rule}");
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        if (end < 0 && text.StartsWith("---\n", StringComparison.Ordinal) && text.EndsWith("\n---", StringComparison.Ordinal)) end = text.Length - 4;
        if (end < 0)
        {
            Report(1, "ファイルの始めに「---」で囲んだ見出し情報がありません。1行目に「---」を書き、項目の後に「---」の行を置いてください。");
            return;
        }
        if (Mapping(text[4..(end + 1)]) is not { } mapping) return;

        var values = new JsonObject();
        var document = new ItemDocument { Type = type.Name, Slug = slug, Values = values };
        foreach (var (keyNode, node) in mapping.Children)
        {
            var key = ((YamlScalarNode)keyNode).Value ?? "";
            lines[key] = LineIn(keyNode);
            if (Metadata.Contains(key, StringComparer.Ordinal)) document = ReadMetadata(document, key, node);
            else if (type.Field(key) is { } field && key != "body") { if (Value(field, node) is { } value) values[key] = value; }
            else Report(LineIn(keyNode), $"「{key}」という項目は{type.Label}にありません。つづりを直すか、行を消してください。使える項目：{string.Join("、", type.Fields.Where(f => f.Name != "body").Select(f => f.Name).Concat(Metadata))}", key);
        }
        var body = FieldInput.Lines(end + 5 <= text.Length ? text[(end + 5)..] : "");
        lines["body"] = text[..Math.Min(end + 5, text.Length)].Count(character => character == '\n') + 1;
        if (body.Length > 0)
        {
            if (type.Field("body") is null) Report(lines["body"], $"{type.Label}には本文がありません。「---」の後の文章を消してください。", "body");
            else values["body"] = body;
        }
        Document = document;
    }

    YamlMappingNode? Mapping(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 0) return [];
            if (stream.Documents is [{ RootNode: YamlMappingNode mapping }] && mapping.Children.Keys.All(key => key is YamlScalarNode)) return mapping;
            Report(2, "見出し情報は「項目: 値」の形で書いてください。");
        }
        catch (YamlException exception)
        {
            Report((int)exception.Start.Line + 1, exception.Message.Contains("Duplicate key", StringComparison.Ordinal)
                ? "同じ項目が2度書かれています。1つにしてください。"
                : "見出し情報を読み取れません。字下げ、引用符「\"」、コロンの後の空白を確かめてください。");
        }
        // The YAML scanner gives up this way on a list that is not closed.
        catch (InvalidOperationException)
        {
            Report(2, "見出し情報を読み取れません。括弧「[ ]」「{ }」が閉じているか確かめてください。");
        }
        return null;
    }

    ItemDocument ReadMetadata(ItemDocument document, string key, YamlNode node)
    {
        if (key == "aliases")
        {
            var aliases = Scalars(node).ToList();
            foreach (var alias in aliases.Where(alias => !Slug.IsValid(alias))) Report(LineIn(node), $"「aliases」の「{alias}」をアドレスに使えません。{Slug.Rule}", key);
            return document with { Aliases = aliases };
        }
        var text = (node as YamlScalarNode)?.Value ?? "";
        if (text.Length == 0) return document;
        if (JapaneseTime.Parse(text) is not { } instant)
        {
            Report(LineIn(node), $"「{key}」の日時「{text}」を読み取れません。2026-04-01T09:00:00+09:00 の形で書いてください。", key);
            return document;
        }
        return key switch
        {
            "publishAt" => document with { PublishAt = instant },
            "updatedAt" => document with { UpdatedAt = instant },
            _ => document with { ExpireAt = instant },
        };
    }

    JsonNode? Value(Field field, YamlNode node)
    {
        switch (field.Kind, node)
        {
            case (FieldKind.Tags or FieldKind.References, YamlScalarNode { Value: null or "" }):
                return null;
            case (FieldKind.Tags or FieldKind.References, YamlScalarNode or YamlSequenceNode):
                return new JsonArray([.. Scalars(node).Select(entry => JsonValue.Create(entry))]);
            case (FieldKind.Attachments, YamlSequenceNode list) when list.All(entry => entry is YamlMappingNode):
                return new JsonArray([.. list.Select(entry => FileObject(field, (YamlMappingNode)entry, ["file", "title"]))]);
            case (FieldKind.Questions, YamlSequenceNode questions) when questions.All(entry => entry is YamlMappingNode):
                return QuestionsYaml.Read(field.Name, questions, (at, message) => Report(LineIn(at), message, field.Name));
            case (FieldKind.Picture, YamlMappingNode picture):
                return FileObject(field, picture, ["file", "alt", "decorative"]);
            case (not (FieldKind.Attachments or FieldKind.Picture or FieldKind.Questions), YamlScalarNode scalar):
                var (value, problem) = FieldInput.Parse(field, scalar.Value ?? "");
                if (problem is not null) Report(LineIn(node), problem, field.Name);
                return value;
            case (_, YamlScalarNode { Value: null or "" }):
                return null;
            default:
                Report(LineIn(node), $"「{field.Name}」（{field.Label}）の書き方が違います。書き方の例を手引で確かめてください。", field.Name);
                return null;
        }
    }

    JsonObject FileObject(Field field, YamlMappingNode mapping, string[] known)
    {
        var file = new JsonObject();
        foreach (var (key, node) in mapping.Children)
        {
            var (name, text) = ((key as YamlScalarNode)?.Value ?? "", (node as YamlScalarNode)?.Value?.Trim() ?? "");
            if (!known.Contains(name, StringComparer.Ordinal))
                Report(LineIn(key), $"「{field.Name}」の中に「{name}」という項目はありません。使える項目：{string.Join("、", known)}", field.Name);
            else if (name != "decorative") file[name] = text;
            else if (text is "true" or "false") file[name] = text == "true";
            else Report(LineIn(key), $"「{field.Name}」の「decorative」は true か false にしてください。", field.Name);
        }
        return file;
    }

    static IEnumerable<string> Scalars(YamlNode node) => node switch
    {
        YamlSequenceNode list => list.Select(entry => (entry as YamlScalarNode)?.Value ?? ""),
        YamlScalarNode scalar => [scalar.Value ?? ""],
        _ => [""],
    };

    // The front matter's YAML begins on line 2 of the file.
    static int LineIn(YamlNode node) => (int)node.Start.Line + 1;

    void Report(int line, string message, string? field = null) => problems.Add(new Problem(path, line, message, field));
}
