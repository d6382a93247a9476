namespace Kakehashi.Content.Tests;

public sealed class ContentSetTests
{
    static Problem[] Check(params ItemDocument[] documents) =>
        [.. new ContentSet(documents, new HashSet<string> { "a.png" }).Check(document => $"{document.Type}/{document.Slug}", (_, _) => 1)];

    [Fact]
    public void Two_items_with_one_address_are_both_told_and_each_names_the_other()
    {
        var problems = Check(Samples.Document("article", "water"), Samples.Document("article", "rain", "{}", "water"));

        Assert.Equal(["article/rain", "article/water"], problems.Select(problem => problem.Path));
        Assert.Contains("article/water", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("article/rain", problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_slug_in_two_types_is_no_conflict() =>
        Assert.Empty(Check(Samples.Document("article", "water"), Samples.Document("issue", "water")));

    [Fact]
    public void A_page_cannot_take_the_address_of_a_list() =>
        Assert.Contains("/issues/", Assert.Single(Check(Samples.Document("page", "issues"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_reference_to_a_former_slug_resolves() =>
        Assert.Empty(Check(Samples.Document("article", "a", """{"section":"old"}"""), Samples.Document("section", "office", "{}", "old")));

    [Theory]
    [InlineData("""{"section":"nowhere"}""", "section")]
    [InlineData("""{"issues":["nowhere"]}""", "issues")]
    [InlineData("""{"image":{"file":"b.png","alt":"図"}}""", "image")]
    [InlineData("""{"files":[{"file":"b.pdf","title":"様式"}]}""", "files")]
    [InlineData("""{"body":"![図](/media/b.png)"}""", "body")]
    public void What_is_not_there_is_told_with_the_field(string values, string field) =>
        Assert.Equal(field, Assert.Single(Check(Samples.Document("article", "a", values))).FieldName);

    [Fact]
    public void Media_that_are_there_are_no_problem() =>
        Assert.Empty(Check(Samples.Document("article", "a", """{"image":{"file":"a.png","alt":"図"},"body":"![図](/media/a.png)"}""")));
}
