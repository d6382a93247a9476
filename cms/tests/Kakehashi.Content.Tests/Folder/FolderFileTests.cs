using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Content.Folder;

namespace Kakehashi.Content.Tests.Folder;

public sealed class FolderFileTests
{
    static readonly string[] Nasty =
    [
        "", "-", "---", "a: b", "a #b", "#見出し", "\"引用\"", "'", "true", "null", "yes", "1.5", "1_000", "2026-04-01", "0x1F", "~", "[x]", "{x}", "&a", "*b", "!c", "|", ">", "%", "@", "`",
        " 前後 ", "改行\nあり", "改行\n\n  字下げ\nあり", "\n先頭", "末尾\n\n", "タブ\tあり", "𠮷野家", "👩‍👩‍👧", "神", "が", "葛󠄀", "\\", "\u00A0", "\u2028", "\u0085", "：全角", "key:", "- a\n- b", "---\n---\n", "...", "<b>", "=", ".5", "1e5", "０", "あ\r\nい",
    ];

    static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Elements(Nasty),
        Gen.ArrayOf(Gen.Elements(Nasty)).Select(parts => string.Concat(parts.Take(4))),
        Gen.ArrayOf(Gen.Elements("abc あ漢\n\t :#-'\"|>&*![]{},%@`\\\u3000".ToCharArray())).Select(letters => new string(letters)));

    static Gen<ItemDocument> Documents { get; } =
        from title in Text
        from summary in Text
        from body in Text
        from tags in Gen.ArrayOf(Text)
        from alt in Text
        from files in Gen.Choose(0, 2)
        select Document(title, summary, body, tags, alt, files);

    [Fact]
    public void Whatever_is_written_is_read_back_the_same_and_written_again_in_the_same_bytes() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Documents.ToArbitrary(), document =>
        {
            var text = FolderFile.Write(document);
            var file = FrontMatter.Read("articles/a.md", ContentType.Of<Types.Article>(), "a", text);

            Assert.Empty(file.Problems);
            Assert.Equal(document.Values.ToJsonString(), file.Document!.Values.ToJsonString());
            Assert.Equal(text, FolderFile.Write(file.Document));
        }));

    [Fact]
    public void Rare_characters_stay_readable() =>
        Assert.Contains("title: 𠮷野の🚰", FolderFile.Write(Document("𠮷野の🚰", "", "", [], "", 0)), StringComparison.Ordinal);

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

    // Only values that a reader of files or screens can produce: trimmed as FieldInput does.
    static ItemDocument Document(string title, string summary, string body, string[] tags, string alt, int files)
    {
        var values = new JsonObject();
        Put(values, "title", title.ReplaceLineEndings("").Trim());
        Put(values, "summary", FieldInput.Lines(summary));
        if (alt.Trim().Length > 0) values["image"] = new JsonObject { ["file"] = "a.png", ["alt"] = alt.Trim() };
        if (files > 0) values["files"] = new JsonArray([.. Enumerable.Range(1, files).Select(i => new JsonObject { ["file"] = $"f{i}.pdf", ["title"] = "様式: " + i })]);
        var kept = tags.Where(tag => tag.Length > 0).Select(tag => (JsonNode)JsonValue.Create(tag)).ToArray();
        if (kept.Length > 0) values["tags"] = new JsonArray(kept);
        Put(values, "body", FieldInput.Lines(body));
        return new ItemDocument { Type = "article", Slug = "a", Values = values };
    }

    static void Put(JsonObject values, string name, string text)
    {
        if (text.Length > 0) values[name] = text;
    }
}
