using System.Text.Json.Nodes;
using Kakehashi.Content.Types;

namespace Kakehashi.Content.Tests;

public sealed class ValidationTests
{
    static readonly ProgramSettings Program = new()
    {
        Name = "見本", Description = "見本", Url = "https://dx.example/", Organisation = "見本", Prefecture = "見本県",
        Categories = [new Term("news", "お知らせ")], Fields = [new Term("disaster", "防災")], Areas = [new Term("north", "県北")],
    };

    static JsonObject Article() => new() { ["title"] = "題名", ["summary"] = "要約", ["section"] = "office", ["category"] = "news" };

    static List<string> Messages(JsonObject values, Validation.Strictness strictness = Validation.Strictness.Complete) =>
        [.. Validation.Check(ContentType.Of<Article>(), values, Program, strictness).Select(problem => $"{problem.Field.Name} {problem.Message}")];

    [Fact]
    public void A_complete_article_has_no_mistake() => Assert.Empty(Messages(Article()));

    [Fact]
    public void What_is_missing_may_be_missing_in_a_draft_only()
    {
        Assert.Empty(Messages([], Validation.Strictness.Draft));
        Assert.Equal(
            ["title 「題名」を入力してください。", "summary 「要約」を入力してください。", "section 「担当」を入力してください。", "category 「分類」を入力してください。"], Messages([]));
    }

    [Theory]
    [InlineData("title", "\"\\u0000\"", "使えない文字（U+0000）")]
    [InlineData("title", "\"一行目\\n二行目\"", "使えない文字（U+000A）")]
    [InlineData("category", "\"events\"", "news（お知らせ）から選んでください")]
    [InlineData("section", "\"../etc\"", "正しい名前ではありません")]
    [InlineData("tags", "[\"a\",\"a\"]", "「a」が重なっています")]
    [InlineData("tags", "\"a\"", "1行に1つずつ")]
    [InlineData("tags", "[1]", "1行に1つずつ")]
    [InlineData("image", "{\"file\":\"a.png\"}", "代替テキストを書くか")]
    [InlineData("image", "{\"file\":\"a.png\",\"alt\":\"図\",\"decorative\":true}", "どちらか一方")]
    [InlineData("image", "\"a.png\"", "file（ファイル名）と alt")]
    [InlineData("files", "[{\"file\":\"a.pdf\"}]", "題名（80字以内）")]
    [InlineData("title", "{\"a\":1}", "文字で入力してください")]
    public void Each_mistake_says_what_to_do(string field, string json, string expected)
    {
        var values = Article();
        values[field] = JsonNode.Parse(json);
        var message = Assert.Single(Messages(values));
        Assert.StartsWith(field, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_told_with_the_present_length()
    {
        var values = Article();
        values["title"] = new string('字', 81);
        Assert.Equal(["title 「題名」は80字以内にしてください（今は81字です）。"], Messages(values));
    }

    [Fact]
    public void An_end_before_its_beginning_is_told_at_the_end()
    {
        var values = new JsonObject { ["startsAt"] = "2026-06-02T10:00:00+09:00", ["endsAt"] = "2026-06-02T09:00:00+09:00" };
        var (field, message) = Assert.Single(Validation.Check(ContentType.Of<Event>(), values, Program, Validation.Strictness.Draft));
        Assert.Equal(("endsAt", "「終了」は「開始」より後にしてください。"), (field.Name, message));
    }
}
