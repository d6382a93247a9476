namespace Kakehashi.Content.Tests.Folder;

public sealed class FrontMatterTests
{
    [Fact]
    public void A_complete_file_becomes_a_document()
    {
        var file = Samples.Read(Samples.Article);

        Assert.Empty(file.Problems);
        Assert.Equal("断水のお知らせ", file.Document!.Values["title"]!.ToString());
        Assert.Equal("本文です。", file.Document.Values["body"]!.ToString());
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 9, 0, 0, JapaneseTime.Offset), file.Document.PublishAt);
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_make_no_difference()
    {
        var file = Samples.Read("\uFEFF" + Samples.Article.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Empty(file.Problems);
        Assert.Equal("本文です。", file.Document!.Values["body"]!.ToString());
    }

    [Fact]
    public void An_unknown_field_is_told_with_its_line_and_the_fields_that_exist()
    {
        var problem = Assert.Single(Samples.Read(Samples.Article.Replace("category: news", "categry: news", StringComparison.Ordinal)).Problems);

        Assert.Equal(("articles/water.md", 5), (problem.Path, problem.Line));
        Assert.Contains("categry", problem.Message, StringComparison.Ordinal);
        Assert.Contains("category", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_date_is_told_with_its_line_and_the_right_form()
    {
        var problem = Assert.Single(Samples.Read(Samples.Article.Replace("2026-04-01T09", "2026-02-30T09", StringComparison.Ordinal)).Problems);

        Assert.Equal(6, problem.Line);
        Assert.Contains("2026-04-01T09:00:00+09:00", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_is_told_in_one_run()
    {
        var file = Samples.Read("""
            ---
            titel: x
            publishAt: あした
            aliases: [Ａ]
            tags: { a: b }
            ---
            """);

        Assert.Equal([2, 3, 4, 5], file.Problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("  fil: a.png")]
    [InlineData("  decorative: yes")]
    public void A_mistake_inside_a_picture_is_told_with_its_line(string line) =>
        Assert.Equal(7, Assert.Single(Samples.Read(Samples.Article.Replace("publishAt:", "image:\n" + line + "\npublishAt:", StringComparison.Ordinal)).Problems).Line);

    [Theory]
    [InlineData("本文だけ", 1)]
    [InlineData("---\ntitle: x\n本文", 1)]
    [InlineData("---\n- 一覧\n---\n", 2)]
    [InlineData("---\ntitle: \"閉じない\n---\n", 2)]
    [InlineData("---\ntitle: a\ntitle: b\n---\n", 3)]
    public void A_file_that_is_no_document_is_told_where_to_look(string text, int line)
    {
        var file = Samples.Read(text);

        Assert.Equal(line, Assert.Single(file.Problems).Line);
        Assert.Null(file.Document);
    }

    [Fact]
    public void A_file_name_that_is_no_slug_is_refused() =>
        Assert.Contains("お知らせ", Assert.Single(Samples.Read(Samples.Article, slug: "お知らせ").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void A_type_without_a_body_refuses_text_after_the_front_matter()
    {
        var file = Samples.Read("---\ntitle: 事務局\n---\n本文", type: "section");

        Assert.Equal(4, Assert.Single(file.Problems).Line);
    }

    [Fact]
    public void Three_dashes_inside_the_body_stay_in_the_body()
    {
        var file = Samples.Read(Samples.Article + "\n---\n\n続き\n");

        Assert.Empty(file.Problems);
        Assert.Equal("本文です。\n\n---\n\n続き", file.Document!.Values["body"]!.ToString());
    }
}
