using Kakehashi.Site.Publishing;

namespace Kakehashi.Site.Tests;

public sealed class DeadLinkTests
{
    [Theory]
    [InlineData("/articles/nowhere/", "dead-link")]
    [InlineData("../nowhere/", "dead-link")]
    [InlineData("/articles/article-2/#nowhere", "dead-fragment")]
    [InlineData("../article-2/", null)]
    [InlineData("/articles/article-2/#heading-1", null)]
    [InlineData("/articles/former/", null)]
    [InlineData("/forms/contact", null)]
    [InlineData("https://pref.example/articles/nowhere/", null)]
    [InlineData("https://dx.example/articles/nowhere/", "dead-link")]
    [InlineData("HTTPS://DX.EXAMPLE/articles/nowhere/", "dead-link")]
    [InlineData("https://dx.example:443/articles/nowhere/", "dead-link")]
    [InlineData("https://DX.example/articles/article-2/#nowhere", "dead-fragment")]
    [InlineData("https://dx.example/articles/former/", null)]
    public async Task A_new_page_whose_link_leads_nowhere_is_not_published(string href, string? rule)
    {
        using var content = SmallProgram.Create(articles: 3);
        using var output = new TestFolder();
        content.With("articles/article-2.md", SmallProgram.Article(2, more: "aliases: [former]"));
        await Build.PublishAsync(content, output.Path, new PublishOptions());
        content.With("articles/linking.md", Linking(href));
        var result = await Build.PublishAsync(content, output.Path, new PublishOptions());
        Assert.Equal(rule is null ? [] : [("articles/linking/index.html", rule, href)], result.Findings.Select(finding => (finding.Path, finding.Rule, finding.Excerpt)));
        Assert.Equal(rule is null, File.Exists(output.Of("articles/linking/index.html")));
    }

    [Fact]
    public async Task A_link_of_the_settings_that_leads_nowhere_is_told_in_every_run_and_holds_no_page_back()
    {
        using var content = SmallProgram.Create(articles: 1);
        using var output = new TestFolder();
        var text = await File.ReadAllTextAsync(content.Of("program.yaml"), TestContext.Current.CancellationToken);
        content.With("program.yaml", text + "footer:\n  - { label: 会員規約, href: https://DX.example/rules/ }\n  - { label: 課題, href: /issues/ }\n");
        for (var run = 0; run < 2; run++)
        {
            var outcome = await Build.RunAsync(content, output.Path, new PublishOptions());
            Assert.Equal("下のリンクの「会員規約」の行き先（https://DX.example/rules/）が、サイトにありません。正しいアドレスに直すか、行から外してください。", Assert.Single(outcome.Problems).Message);
            Assert.False(outcome.Succeeded);
            Assert.True(File.Exists(output.Of("index.html")));
        }
    }

    [Fact]
    public async Task A_page_stays_when_the_page_that_it_links_to_ends_and_every_run_says_so_until_it_is_mended()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var output = new TestFolder();
        content.With("articles/linking.md", Linking("/articles/article-2/"));
        Assert.Empty((await Build.PublishAsync(content, output.Path, new PublishOptions())).Findings);

        var ended = await File.ReadAllTextAsync(content.Of("articles/article-2.md"), TestContext.Current.CancellationToken);
        content.Without("articles/article-2.md");
        for (var run = 0; run < 2; run++)
        {
            var result = await Build.PublishAsync(content, output.Path, new PublishOptions());
            var finding = Assert.Single(result.Findings);
            Assert.Equal(("articles/linking/index.html", "dead-link", "/articles/article-2/"), (finding.Path, finding.Rule, finding.Excerpt));
            Assert.False(File.Exists(output.Of("articles/article-2/index.html")));
            Assert.Contains("リンクのある記事", await File.ReadAllTextAsync(output.Of("articles/linking/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        content.With("articles/article-2.md", ended);
        Assert.Empty((await Build.PublishAsync(content, output.Path, new PublishOptions())).Findings);
        content.Without("articles/article-2.md").With("articles/linking.md", Linking("/articles/"));
        Assert.Empty((await Build.PublishAsync(content, output.Path, new PublishOptions())).Findings);
        using var fresh = new TestFolder();
        await Build.PublishAsync(content, fresh.Path, new PublishOptions());
        Assert.Equal(TestFolder.Files(fresh.Path), TestFolder.Files(output.Path));
    }

    static string Linking(string href) => SmallProgram.Article(9, title: "リンクのある記事") + $"\n詳しくは[説明会の記録]({href})を読んでください。\n";
}
