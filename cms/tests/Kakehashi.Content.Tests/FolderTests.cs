using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Content.Folder;
using Kakehashi.Content.Types;

namespace Kakehashi.Content.Tests;

public sealed class FolderTests
{
    static readonly string[] Pieces =
    [
        "題名", "a", " ", "  ", "\n", "\n\n", "---", "\n---\n", "--- ", ": ", ":", " #", "#", "\"", "'", "\\", "\t", "- ", "? ", "| ", ">", "%", "@", "`", "{a: b}", "[x]", "&a", "*a", "!t",
        "~", "null", "true", "1e3", "0x1F", "2026-01-01", "😀", "が", "\u2028", "\u0085", "\u00A0", "\u3000", "\uFEFF", "\u200B", "=", "<<", "…", "\\u0041", "${x}", "\u007F",
    ];

    static readonly Gen<string> Nasty = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces.Take(12)));

    [Fact]
    public void A_file_read_back_is_the_document_that_was_written_whatever_was_typed()
    {
        var documents =
            from title in Nasty
            from summary in Nasty
            from body in Nasty
            from alt in Nasty
            from tags in Nasty.ListOf()
            select Document(title, summary, body, alt, tags);
        Prop.ForAll(documents.ToArbitrary(), document =>
        {
            var text = FolderFile.Write(document);
            var read = FrontMatter.Read("articles/a.md", ContentType.Of<Article>(), "a", text);
            return read.Problems.Count == 0 && read.Document is { } back
                && JsonNode.DeepEquals(document.Values, back.Values) && FolderFile.Write(back) == text
                && FolderFile.Write(FrontMatter.Read("articles/a.md", ContentType.Of<Article>(), "a", text.Replace("\n", "\r\n", StringComparison.Ordinal)).Document!) == text;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    static ItemDocument Document(string title, string summary, string body, string alt, IEnumerable<string> tags)
    {
        var values = new JsonObject { ["title"] = title, ["summary"] = summary, ["body"] = body };
        if (alt.Trim().Length > 0) values["image"] = new JsonObject { ["file"] = "a.png", ["alt"] = alt };
        values["tags"] = new JsonArray([.. tags.Select(tag => tag.Trim()).Where(tag => tag.Length > 0).Select(tag => JsonValue.Create(tag))]);
        return new ItemDocument
        {
            Type = "article", Slug = "a", PublishAt = JapaneseTime.Parse("2026-06-01T09:00:00"), ExpireAt = JapaneseTime.Parse("2026-07-01T09:00:00"), Aliases = ["b", "c"],
            Values = CanonicalValues.Of(ContentType.Of<Article>(), values),
        };
    }

    [Fact]
    public void Every_mistake_of_a_file_is_told_with_its_line()
    {
        var file = FrontMatter.Read("articles/Bad_Name.md", ContentType.Of<Article>(), "Bad_Name",
            "---\ntitle: 題名\nsumary: 綴り\npublishAt: 昨日\ntags: {a: b}\naliases:\n  - ../up\n---\n本文\n");
        Assert.Equal(
            ["articles/Bad_Name.md", "articles/Bad_Name.md:3", "articles/Bad_Name.md:4", "articles/Bad_Name.md:5", "articles/Bad_Name.md:7"],
            file.Problems.Select(problem => problem.ToString().Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Contains("「sumary」という項目は記事にありません。", file.Problems.Single(problem => problem.Line == 3).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("題名だけの文章", 1)]
    [InlineData("---\ntitle: a\n", 1)]
    [InlineData("---\ntitle: a\ntitle: b\n---\n", 3)]
    [InlineData("---\ntitle: \"a\nsummary: b\n---\n", 0)]
    [InlineData("---\n- a\n---\n", 2)]
    public void What_is_no_front_matter_is_told_and_gives_no_document(string text, int line)
    {
        var file = FrontMatter.Read("articles/a.md", ContentType.Of<Article>(), "a", text);
        var problem = file.Problems[0];
        if (line > 0) Assert.Equal(line, problem.Line);
        Assert.EndsWith("。", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_have_no_body()
    {
        var file = FrontMatter.Read("sections/a.md", ContentType.Of<Section>(), "a", "---\ntitle: a\n---\n\n本文\n");
        Assert.Equal(4, Assert.Single(file.Problems).Line);
    }

    [Theory]
    [InlineData("図: \"水位\" #1", false, "")]
    [InlineData("", true, "")]
    [InlineData("", false, "true")]
    public void A_sidecar_read_back_says_the_same(string alt, bool decorative, string title)
    {
        var sidecar = new Sidecar(alt, decorative, title);
        var (said, problems) = Sidecar.Read("media/a.yaml", sidecar.Write(), isPicture: title.Length == 0);
        Assert.Empty(problems);
        Assert.Equal(sidecar, said);
    }
}
