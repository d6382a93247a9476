using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Content.Folder;
using Kakehashi.Content.Types;

namespace Kakehashi.Content.Tests.Folder;

public sealed class FolderFileTests
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
    public void Rare_characters_stay_readable() =>
        Assert.Contains("title: 𠮷野の🚰", FolderFile.Write(Document("𠮷野の🚰", "", "", "", [])), StringComparison.Ordinal);

    [Fact]
    public void Fields_stand_in_the_order_of_their_type_and_metadata_last()
    {
        var document = Samples.Read(Samples.Article).Document! with { Aliases = ["old"], UpdatedAt = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero) };

        Assert.Equal("""
            ---
            title: 断水のお知らせ
            summary: 断水します。
            section: office
            category: news
            publishAt: 2026-04-01T09:00:00+09:00
            updatedAt: 2026-05-01T09:00:00+09:00
            aliases:
              - old
            ---

            本文です。

            """, FolderFile.Write(document));
    }
}
