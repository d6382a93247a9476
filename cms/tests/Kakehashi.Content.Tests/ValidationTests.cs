using System.Text.Json.Nodes;
using static Kakehashi.Content.Validation;

namespace Kakehashi.Content.Tests;

public sealed class ValidationTests
{
    static readonly ContentType Article = ContentType.Of<Types.Article>();

    static IEnumerable<string> Fields(string values, Strictness strictness = Strictness.Complete) =>
        Check(Article, (JsonObject)JsonNode.Parse(values)!, Samples.Program, strictness).Select(problem => problem.Field.Name);

    [Fact]
    public void A_complete_article_has_no_mistakes() =>
        Assert.Empty(Fields("""{"title":"題","summary":"要約","section":"office","category":"news","tags":["防災"],"body":"本文"}"""));

    [Fact]
    public void What_is_missing_counts_only_when_it_is_to_be_complete()
    {
        Assert.Equal(["title", "summary", "section", "category"], Fields("{}"));
        Assert.Empty(Fields("{}", Strictness.Draft));
    }

    [Theory]
    [InlineData("""{"category":"unknown"}""", "category")]
    [InlineData("""{"tags":["a","a"]}""", "tags")]
    [InlineData("""{"tags":"a"}""", "tags")]
    [InlineData("""{"section":"../etc"}""", "section")]
    [InlineData("""{"image":{"file":"a.png"}}""", "image")]
    [InlineData("""{"image":{"file":"a.png","alt":"図","decorative":true}}""", "image")]
    [InlineData("""{"files":[{"file":"a.pdf"}]}""", "files")]
    [InlineData("""{"title":"改\u0000行"}""", "title")]
    [InlineData("""{"title":7}""", "title")]
    public void A_malformed_value_counts_even_in_a_draft(string values, string field) =>
        Assert.Equal([field], Fields(values, Strictness.Draft));

    [Fact]
    public void A_text_that_is_too_long_is_told_with_both_lengths()
    {
        var (_, message) = Assert.Single(Check(Article, new JsonObject { ["title"] = new string('あ', 81) }, Samples.Program, Strictness.Draft));

        Assert.Contains("80字", message, StringComparison.Ordinal);
        Assert.Contains("81字", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_before_its_beginning_is_told_at_the_end()
    {
        var values = (JsonObject)JsonNode.Parse("""{"startsAt":"2026-12-01T13:00:00+09:00","endsAt":"2026-12-01T12:00:00+09:00"}""")!;

        Assert.Equal("endsAt", Assert.Single(Check(ContentType.Of<Types.Event>(), values, Samples.Program, Strictness.Draft)).Field.Name);
    }

    [Fact]
    public void A_valid_document_of_every_type_becomes_its_record() =>
        Assert.All(ContentType.All, type => Assert.IsType(type.Record, type.ToItem(Samples.Document(type.Name, "a")), exactMatch: true));
}
