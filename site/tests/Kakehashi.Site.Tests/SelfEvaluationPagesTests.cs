using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Site.Planning;
using Kakehashi.Site.Sources;
using Kakehashi.Themes;

namespace Kakehashi.Site.Tests;

/// <summary>取組確認・評価表 as visitors read it.</summary>
public sealed class SelfEvaluationPagesTests
{
    const string Newest = "/accessibility/self-evaluation/";
    const string Earlier = "/accessibility/self-evaluation/2025/";

    [Fact]
    public async Task Every_year_has_its_page_and_policy_results_and_site_map_lead_there()
    {
        using var content = Content();
        using var output = new TestFolder();
        await Build.PublishAsync(content, output.Path);
        foreach (var page in new[] { "accessibility", "accessibility/results", "sitemap" })
            Assert.All([Newest, Earlier], address => Assert.Contains($"href=\"{address}\"", File.ReadAllText(output.Of($"{page}/index.html")), StringComparison.Ordinal));
        Assert.All([Newest, Earlier], address => Assert.Contains($"<loc>https://dx.example{address}</loc>", File.ReadAllText(output.Of("sitemap.xml")), StringComparison.Ordinal));
        Assert.Contains($"href=\"{Earlier}\"", File.ReadAllText(output.Of("accessibility/self-evaluation/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_stand_by_section_and_in_all_with_the_day_and_what_they_rest_on()
    {
        var page = (await PagesAsync())[Newest];
        Assert.Equal("ウェブアクセシビリティの取組確認・評価表（2026年度）", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("20点のうち19点", page.QuerySelector(".claim")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-05-20", page.QuerySelector(".claim time")!.GetAttribute("datetime"));
        Assert.Equal(["方針と計画4点4点", "体制と職員5点6点", "確認と試験4点4点", "公開と改善6点6点", "合計19点20点"], page.QuerySelector("table")!.QuerySelectorAll("tbody tr").Select(row => row.TextContent));
        Assert.Equal(EvaluationItem.All.Count, page.QuerySelectorAll("table.stacked tbody tr").Length);
        Assert.Contains("総務省の様式と同じではありません", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_keep_every_rule() =>
        Assert.All(await PagesAsync(), page => Assert.Empty(PageCheck.Check(page.Value.Source.Text, page.Key).Where(finding => finding.Weight != Weight.Advice).Select(finding => $"{page.Key} {finding}")));

    [Fact]
    public async Task It_goes_out_as_a_table_that_no_spreadsheet_takes_for_formulas()
    {
        using var content = Content();
        using var output = new TestFolder();
        await Build.PublishAsync(content, output.Path);
        var bytes = await File.ReadAllBytesAsync(output.Of("accessibility/self-evaluation/self-evaluation.csv"), TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.Contains("\"体制と職員\",\"研修\",", text, StringComparison.Ordinal);
        Assert.Contains("\"一部できている\",\"1\",\"2\",\"\"\"文書\"\"と、\n=記録があります。\",\"事務局\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\"合計\",\"\",\"\",\"\",\"19\",\"20\",\"\",\"\"\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_CMS_gives_the_same_pages_as_the_folder()
    {
        using var content = Content();
        using var state = new TestFolder();
        await using var cms = await FakeCms.StartAsync(content);
        using var http = cms.Client();
        var delivered = (await new CmsSource(http, state.Path, TimeProvider.System).ReadAsync(TestContext.Current.CancellationToken)).Snapshot!;
        Assert.Equal(2, delivered.Evaluations.Count);
        Assert.Equal((await SnapshotAsync(content)).Evaluations.Select(one => one.Write()), delivered.Evaluations.Select(one => one.Write()));
    }

    [Theory]
    [InlineData("2026.evaluation.json", "{", "読み取れません")]
    [InlineData("2027.evaluation.json", null, "違います")]
    [InlineData("2026.evaluations.json", "{}", "ここには")]
    public async Task A_file_that_is_none_is_told_with_its_name(string name, string? text, string expected)
    {
        using var content = SmallProgram.Create(articles: 1);
        content.With($"accessibility/{name}", text ?? SmallTest.Evaluated(2026).Write());
        using var source = new FolderSource(content.Path);
        var problem = Assert.Single((await source.ReadAsync(TestContext.Current.CancellationToken)).Problems);
        Assert.Equal($"accessibility/{name}", problem.Path);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    static TestFolder Content()
    {
        var content = SmallProgram.Create(articles: 1);
        content.With("accessibility/2026.json", SmallTest.Whole.Write());
        foreach (var year in new[] { 2025, 2026 }) content.With($"accessibility/{year}.evaluation.json", SmallTest.Evaluated(year).Write());
        return content;
    }

    static async Task<Snapshot> SnapshotAsync(TestFolder content)
    {
        using var source = new FolderSource(content.Path);
        return (await source.ReadAsync(TestContext.Current.CancellationToken)).Snapshot!;
    }

    static async Task<SortedDictionary<string, IDocument>> PagesAsync()
    {
        using var content = Content();
        var pages = new SortedDictionary<string, IDocument>(StringComparer.Ordinal);
        foreach (var page in Planner.Plan(await SnapshotAsync(content), SmallProgram.Now).Routes.OfType<PageRoute>().Where(route => route.Model.Address.StartsWith(Newest, StringComparison.Ordinal)))
            pages[page.Model.Address] = new HtmlParser().ParseDocument(await PageRenderer.RenderAsync(page.Model));
        return pages;
    }
}
