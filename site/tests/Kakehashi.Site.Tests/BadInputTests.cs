namespace Kakehashi.Site.Tests;

/// <summary>Mistakes in a folder: each told once with file, line and what to do; nothing published.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("unknown field", "title: 題名\nsummry: 要約", "articles/bad.md:3", "「summry」という項目は記事にありません")]
    [InlineData("wrong date", "publishAt: 2026-13-01", "articles/bad.md:6", "2026-04-01T09:00:00+09:00 の形で書いてください")]
    [InlineData("missing title", "title:", "articles/bad.md:2", "「題名」を入力してください")]
    [InlineData("unknown category", "category: nws", "articles/bad.md:5", "「nws」は選べません")]
    [InlineData("broken reference", "issues: [no-such-issue]", "articles/bad.md:6", "「no-such-issue」がありません")]
    [InlineData("missing picture", "image: { file: nothing.svg, alt: 図 }", "articles/bad.md:6", "「nothing.svg」が画像と資料にありません")]
    [InlineData("no date of publication", "publishAt:", "articles/bad.md", "「publishAt」がありません")]
    [InlineData("expiry before publication", "expireAt: 2020-01-01T00:00:00+09:00", "articles/bad.md:6", "「expireAt」は「publishAt」より後に")]
    [InlineData("key written twice", "category: news\ncategory: report", "articles/bad.md:6", "同じ項目が2度")]
    [InlineData("YAML that cannot be read", "tags: [a", "articles/bad.md", "見出し情報を読み取れません")]
    public async Task One_mistake_is_told_once_with_file_and_line(string mistake, string lines, string place, string message)
    {
        using var content = SmallProgram.Create(articles: 3);
        content.With("articles/bad.md", Article(lines));
        var problem = Assert.Single((await Build.RunAsync(content, content.Of("../unused-output-of-bad-input"))).Problems);
        Assert.True(problem.ToString().StartsWith(place, StringComparison.Ordinal), $"{mistake}: {problem}");
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_that_is_typed_into_a_test_is_told()
    {
        using var content = SmallProgram.Create(articles: 3);
        content.With("accessibility/2026.json", (SmallTest.Whole with { Plans = [new("1.4.3", "色を直して準拠します。", new(2026, 12, 1))] }).Write());
        Assert.Contains("「準拠」という言葉が書かれています", Assert.Single((await Build.RunAsync(content, content.Of("../unused-output-of-bad-input"))).Problems).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> NoTests => new()
    {
        { "accessibility/plan.txt", "", "年度の西暦4桁.json" },
        { "accessibility/2026.json", "{", "試験の記録として読み取れません" },
        { "accessibility/2026.json", (SmallTest.Whole with { FiscalYear = 2025 }).Write(), "名前を 2025.json に" },
        { "accessibility/2026.json", (SmallTest.Whole with { Plans = [new("9.9.9", "直します。", new(2026, 12, 1))] }).Write(), "計画の達成基準が正しくありません" },
        { "accessibility/2026.json", SmallTest.Whole.Write().Replace("\"tools\": [", "\"tools\": [null,", StringComparison.Ordinal), "値のない項目" },
    };

    [Theory, MemberData(nameof(NoTests))]
    public async Task Accessibility_test_that_is_none_is_told(string file, string text, string message)
    {
        using var content = SmallProgram.Create(articles: 3);
        content.With(file, text);
        var problem = Assert.Single((await Build.RunAsync(content, content.Of("../unused-output-of-bad-input"))).Problems);
        Assert.Equal(file, problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_of_all_files_is_told_in_one_run_and_nothing_is_published()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var output = new TestFolder();
        content.With("articles/a.md", Article("summry: 要約"))
            .With("articles/b.md", Article("category: nws"))
            .With("seeds/seed-1.md", "title: 見出し情報のない文書")
            .With("articles/BAD NAME.md", Article("category: news"))
            .With("media/photo.png", "not a picture")
            .With("media/plan.svg", """<svg xmlns="http://www.w3.org/2000/svg"/>""")
            .With("article/lost.md", "")
            .With("notes.txt", "");
        var outcome = await Build.RunAsync(content, output.Of("out"));
        Assert.Null(outcome.Result);
        Assert.False(Directory.Exists(output.Of("out")));
        Assert.Equal(
            ["article/", "articles/BAD NAME.md", "articles/a.md", "articles/b.md", "media/photo.png", "media/plan.svg.yaml", "notes.txt", "seeds/seed-1.md"],
            outcome.Problems.Select(problem => problem.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_mistake_in_the_settings_is_told_with_those_of_the_items()
    {
        using var content = SmallProgram.Create(articles: 3);
        content.With("program.yaml", SmallProgram.Settings(more: "unknown: 1")).With("articles/bad.md", Article("summry: 要約"));
        var problems = (await Build.RunAsync(content, content.Of("out"))).Problems;
        Assert.Equal(["articles/bad.md", "program.yaml"], problems.Select(problem => problem.Path));
    }

    [Fact]
    public async Task Two_items_that_claim_one_address_are_both_named()
    {
        using var content = SmallProgram.Create(articles: 3);
        content.With("articles/bad.md", Article("aliases: [article-1]"));
        var problems = (await Build.RunAsync(content, content.Of("out"))).Problems;
        Assert.Contains(problems, problem => problem.Path == "articles/bad.md" && problem.Message.Contains("articles/article-1.md", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path == "articles/article-1.md" && problem.Message.Contains("articles/bad.md", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_article_in_the_place_of_a_year_list_is_told_before_anything_is_published()
    {
        using var content = SmallProgram.Create(articles: 3);
        content.With("articles/2026.md", Article("category: news"));
        var problem = Assert.Single((await Build.RunAsync(content, content.Of("out"))).Problems);
        Assert.Equal("articles/2026.md", problem.Path);
        Assert.Contains("/articles/2026/", problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(content.Of("out/index.html")));
    }

    [Fact]
    public async Task A_published_site_stays_when_its_content_is_spoilt()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var output = new TestFolder();
        await Build.PublishAsync(content, output.Path);
        var before = TestFolder.Files(output.Path, withManifest: true);
        content.With("articles/article-1.md", Article("summry: 要約"));
        Assert.Null((await Build.RunAsync(content, output.Path)).Result);
        Assert.Equal(before, TestFolder.Files(output.Path, withManifest: true));
    }

    // Lines 2 to 5 are the valid head; the lines given replace those with the same key or follow.
    static string Article(string lines)
    {
        var given = lines.Split('\n');
        var head = new List<string> { "title: 題名", "summary: 要約です。", "section: office", "category: news" };
        foreach (var line in given)
        {
            var key = line[..line.IndexOf(':', StringComparison.Ordinal)];
            var at = head.FindIndex(other => other.StartsWith(key + ":", StringComparison.Ordinal));
            if (at >= 0 && !given.Take(Array.IndexOf(given, line)).Any(other => other.StartsWith(key + ":", StringComparison.Ordinal))) head[at] = line;
            else if (key == "summry") head.Insert(1, line);
            else head.Add(line);
        }
        if (!head.Any(line => line.StartsWith("publishAt", StringComparison.Ordinal))) head.Add("publishAt: 2026-02-01T09:00:00+09:00");
        return $"---\n{string.Join('\n', head)}\n---\n\n本文です。\n";
    }
}
