using Kakehashi.Content.Folder;

namespace Kakehashi.Content.Tests.Folder;

public sealed class ProgramFileTests
{
    const string Complete = """
        name: 見本
        description: 見本です。
        url: https://dx.example/
        organisation: 見本県
        prefecture: 見本県
        navigation:
          - { label: 課題, href: /issues/ }
        categories:
          - { slug: news, name: お知らせ }
        articlesPerMonth: 2
        workflow: { check: true }
        """;

    [Fact]
    public void A_complete_file_becomes_settings()
    {
        var file = ProgramFile.Read("program.yaml", Complete);

        Assert.Empty(file.Problems);
        Assert.True(file.Settings!.Workflow.Check);
        Assert.Equal(new Link("課題", "/issues/"), Assert.Single(file.Settings.Navigation));
    }

    [Theory]
    [InlineData("articlesPerMonth: 2", "articlesPerMonth: たくさん", 10)]
    [InlineData("articlesPerMonth: 2", "articlePerMonth: 2", 10)]
    [InlineData("href: /issues/", "href: issues", 7)]
    [InlineData("href: /issues/", "href: javascript:alert(1)", 7)]
    [InlineData("slug: news", "slug: お知らせ", 9)]
    [InlineData("label: 課題, ", "", 7)]
    [InlineData("url: https://dx.example/", "url: http://dx.example", 3)]
    [InlineData("name: 見本\n", "", 1)]
    public void A_mistake_is_told_with_its_line(string right, string wrong, int line)
    {
        var file = ProgramFile.Read("program.yaml", Complete.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Null(file.Settings);
        Assert.Equal(line, Assert.Single(file.Problems).Line);
    }

    [Fact]
    public void Mistakes_in_several_settings_are_told_together()
    {
        var wrong = Complete.Replace("articlesPerMonth: 2", "articlesPerMonth: x", StringComparison.Ordinal).Replace("check: true", "chek: true", StringComparison.Ordinal);

        Assert.Equal([10, 11], ProgramFile.Read("program.yaml", wrong).Problems.Select(problem => problem.Line));
    }
}
