using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Site.Planning;
using Kakehashi.Site.Sources;
using Kakehashi.Themes;

namespace Kakehashi.Site.Tests;

/// <summary>アクセシビリティ方針 and 試験結果: what they say is what the evidence lets them say.</summary>
public sealed class AccessibilityPagesTests
{
    const string Policy = "/accessibility/";
    const string Results = "/accessibility/results/";
    const string Wcag = "/accessibility/results/wcag22/";

    [Fact]
    public async Task Before_the_first_test_the_policy_says_that_there_is_none_and_no_results_stand()
    {
        var pages = await PagesAsync([]);
        Assert.Equal([Policy], pages.Keys);
        var text = pages[Policy].DocumentElement.TextContent;
        Assert.Contains("JIS X 8341-3:2016 適合レベルAAに配慮しています。", text, StringComparison.Ordinal);
        Assert.Contains("まだ行っていません", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Claim.Word, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Site_of_which_everything_is_tested_and_met_may_say_so()
    {
        var pages = await PagesAsync([SmallTest.Whole]);
        Assert.Equal([Policy, Results, Wcag], pages.Keys);
        Assert.All([Policy, Results], address =>
        {
            Assert.Contains("適合レベルAAに準拠しています。", pages[address].DocumentElement.TextContent, StringComparison.Ordinal);
            Assert.Contains("対応度表記ガイドライン 2021年4月版", pages[address].DocumentElement.TextContent, StringComparison.Ordinal);
        });
        Assert.Contains("適合レベルAAの達成基準を満たしています。", pages[Results].DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal((38, 55), (Rows(pages[Results]), Rows(pages[Wcag])));
    }

    public static TheoryData<string> Wants => ["one result missing", "one failure", "not ended", "not stated", "too old", "tested page gone", "nothing judged"];

    [Theory, MemberData(nameof(Wants))]
    public async Task Whatever_is_wanting_takes_the_word_away(string what)
    {
        var whole = SmallTest.Whole;
        var (test, now) = what switch
        {
            "one result missing" => (whole with { Assertions = [.. whole.Assertions.Where(found => (found.Page, found.Criterion) != ("/about/", "1.1.1"))] }, SmallProgram.Now),
            "one failure" => (whole with { Assertions = [.. whole.Assertions, SmallTest.Judged("/", "1.4.3", Outcome.Failed)] }, SmallProgram.Now),
            "not ended" => (whole with { EndedOn = null, StatedOn = null }, SmallProgram.Now),
            "not stated" => (whole with { StatedOn = null }, SmallProgram.Now),
            "too old" => (whole, new DateTimeOffset(2027, 5, 30, 0, 0, 0, TimeSpan.FromHours(9))),
            "tested page gone" => (whole with { Sample = whole.Sample with { Random = ["/gone/"] }, Assertions = [.. whole.Assertions.Select(found => found.Page == "/about/" ? found with { Page = "/gone/" } : found)] }, SmallProgram.Now),
            _ => (whole with { Assertions = [] }, SmallProgram.Now),
        };

        var pages = await PagesAsync([test], now);

        Assert.All(pages.Values, page => Assert.DoesNotContain(Claim.Word, page.DocumentElement.OuterHtml, StringComparison.Ordinal));
        Assert.Contains("適合レベルAAに配慮しています。", pages[Policy].DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(pages[Results].QuerySelectorAll(".claim li"));
        Assert.Equal(what is "too old" or "tested page gone", pages[Results].QuerySelector("h1")!.TextContent.Contains("前回の試験結果", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Becoming_too_old_is_a_change_by_the_clock_alone()
    {
        var lastDay = new DateTimeOffset(2027, 5, 29, 23, 59, 59, TimeSpan.FromHours(9));
        var clock = new SiteClock(lastDay);
        Assert.True(TestReport.All([SmallTest.Whole], clock, _ => true)[0].Conclusion.Conforms);
        Assert.Equal(lastDay.AddSeconds(1), clock.NextChange);

        using var content = Content([SmallTest.Whole]);
        var plan = Planner.Plan((await SnapshotAsync(content)), lastDay);
        Assert.True(plan.NextChange <= lastDay.AddSeconds(1));
    }

    [Fact]
    public async Task Failure_stands_with_its_place_its_note_and_what_will_be_done()
    {
        var failed = SmallTest.Judged("/about/", "1.4.3", Outcome.Failed) with { Note = "見出しの色が薄いです。" };
        var page = (await PagesAsync([SmallTest.Whole with { Assertions = [.. SmallTest.Whole.Assertions, failed], Plans = [new("1.4.3", "色を濃くします。", new(2026, 12, 1))] }]))[Results];
        var text = page.DocumentElement.TextContent;
        Assert.Contains("このサイトについて（/about/）：見出しの色が薄いです。", text, StringComparison.Ordinal);
        Assert.Contains("色を濃くします。", text, StringComparison.Ordinal);
        Assert.Contains("不適合", page.QuerySelector(".checklist")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stated_test_is_in_force_and_others_stand_under_their_year()
    {
        var (earlier, next) = (SmallTest.Whole with { FiscalYear = 2025 }, SmallTest.Whole with { FiscalYear = 2027, StatedOn = null, EndedOn = null });
        var pages = await PagesAsync([earlier, SmallTest.Whole, next]);
        Assert.Equal([Policy, Results, Results + "2025/", Results + "2025/wcag22/", Results + "2027/", Results + "2027/wcag22/", Wcag], pages.Keys);
        Assert.Contains("2026年度", pages[Results].Title, StringComparison.Ordinal);
        Assert.Equal(pages.Count, pages.Values.Select(page => page.Title).Distinct().Count());
    }

    [Fact]
    public async Task Pages_keep_every_rule_and_stand_in_the_site_map_and_the_footer()
    {
        var test = SmallTest.Whole with { Assertions = [.. SmallTest.Whole.Assertions.Where(found => found.Criterion != "2.1.1"), SmallTest.Judged("/", "1.4.3", Outcome.Failed)] };
        Assert.All(await PagesAsync([test]), page => Assert.Empty(PageCheck.Check(page.Value.Source.Text, page.Key).Where(finding => finding.Weight != Weight.Advice).Select(finding => $"{page.Key} {finding}")));

        using var content = Content([test]);
        using var output = new TestFolder();
        await Build.PublishAsync(content, output.Path);
        Assert.All([Policy, Results, Wcag], address =>
        {
            Assert.Contains($"<loc>https://dx.example{address}</loc>", File.ReadAllText(output.Of("sitemap.xml")), StringComparison.Ordinal);
            Assert.Contains($"href=\"{address}\"", File.ReadAllText(output.Of("sitemap/index.html")), StringComparison.Ordinal);
        });
        Assert.NotNull(new HtmlParser().ParseDocument(File.ReadAllText(output.Of("404.html"))).QuerySelector($"footer a[href='{Policy}']"));
    }

    [Fact]
    public async Task Evidence_goes_out_as_a_table_for_spreadsheets_and_as_EARL()
    {
        using var content = Content([SmallTest.Whole]);
        using var output = new TestFolder();
        await Build.PublishAsync(content, output.Path);

        var bytes = await File.ReadAllBytesAsync(output.Of("accessibility/results/results.csv"), TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(39, lines.Length);
        Assert.StartsWith("\"1.1.1\",\"非テキストコンテンツ\",\"A\",\"あり\",\"適合\",\"HC\",", lines[1], StringComparison.Ordinal);

        using var earl = JsonDocument.Parse(await File.ReadAllBytesAsync(output.Of("accessibility/results/wcag22/results.json"), TestContext.Current.CancellationToken));
        var graph = earl.RootElement.GetProperty("@graph").EnumerateArray().ToList();
        Assert.Equal(SmallTest.Whole.Assertions.Count(found => CriteriaSet.Wcag22.Find(found.Criterion) is not null), graph.Count);
        Assert.All(graph, assertion =>
        {
            Assert.Equal("earl:Assertion", assertion.GetProperty("@type").GetString());
            Assert.Equal("earl:manual", assertion.GetProperty("earl:mode").GetString());
            Assert.Equal("earl:passed", assertion.GetProperty("earl:result").GetProperty("earl:outcome").GetString());
            Assert.StartsWith("https://dx.example/", assertion.GetProperty("earl:subject").GetProperty("@id").GetString(), StringComparison.Ordinal);
            Assert.Equal("earl:TestSubject", assertion.GetProperty("earl:subject").GetProperty("@type")[0].GetString());
            Assert.EndsWith($"results.json#{assertion.GetProperty("earl:test").GetProperty("dcterms:identifier").GetString()}", assertion.GetProperty("earl:test").GetProperty("@id").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Steps_of_a_form_stand_as_a_process_and_count_as_pages_that_are_there()
    {
        var step = new ProcessStep("/about/#confirm", "確認の画面", "入力の画面から送ると出ます。");
        var whole = SmallTest.Whole with
        {
            Sample = SmallTest.Whole.Sample with { Processes = [new("問い合わせる", [new("/about/", "入力の画面", "この画面から始めます。"), step]), new("トップを見る", [new("/", "入力の画面", "この画面から始めます。")])] },
            Assertions = [.. SmallTest.Whole.Assertions, .. SmallTest.Whole.Assertions.Where(found => found.Page == "/about/").Select(found => found with { Page = step.Page })],
        };
        var page = (await PagesAsync([whole]))[Results];
        Assert.Contains("準拠しています", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains("確認の画面https://dx.example/about/#confirm", string.Concat(page.QuerySelectorAll("h4 + ol li").Select(row => string.Concat(row.Children.Select(child => child.TextContent)))), StringComparison.Ordinal);
        Assert.DoesNotContain(PageCheck.Check(page.Source.Text, Results), finding => finding.Weight != Weight.Advice);

        var failed = SmallTest.Judged(step.Page, "3.3.4", Outcome.Failed) with { Note = "直せません。" };
        Assert.Contains("このサイトについての確認の画面（/about/#confirm）：直せません。", (await PagesAsync([whole with { Assertions = [.. whole.Assertions, failed] }]))[Results].DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_from_before_gives_way_where_the_CMS_still_holds_it()
    {
        using var content = SmallProgram.Create(articles: 1);
        using var state = new TestFolder();
        content.With("pages/accessibility.md", SmallProgram.Front("前の方針", true, "order: 80"));
        await using var cms = await FakeCms.StartAsync(content);
        using var http = cms.Client();
        var snapshot = (await new CmsSource(http, state.Path, TimeProvider.System).ReadAsync(TestContext.Current.CancellationToken)).Snapshot!;

        var plan = Planner.Plan(snapshot, SmallProgram.Now);

        Assert.Empty(plan.Problems);
        Assert.Equal("アクセシビリティ方針", Assert.Single(plan.Routes.OfType<PageRoute>(), route => route.Model.Address == Policy).Model.Title);
    }

    static int Rows(IDocument page) => page.QuerySelectorAll(".checklist tbody tr").Length;

    static TestFolder Content(IEnumerable<ConformanceTest> tests)
    {
        var content = SmallProgram.Create(articles: 3);
        foreach (var test in tests) content.With($"accessibility/{test.FiscalYear}.json", test.Write());
        return content;
    }

    static async Task<Snapshot> SnapshotAsync(TestFolder content)
    {
        using var source = new FolderSource(content.Path);
        return (await source.ReadAsync(TestContext.Current.CancellationToken)).Snapshot!;
    }

    // Every page below /accessibility/ by its address.
    static async Task<SortedDictionary<string, IDocument>> PagesAsync(IEnumerable<ConformanceTest> tests, DateTimeOffset? now = null)
    {
        using var content = Content(tests);
        var pages = new SortedDictionary<string, IDocument>(StringComparer.Ordinal);
        foreach (var page in Planner.Plan(await SnapshotAsync(content), now ?? SmallProgram.Now).Routes.OfType<PageRoute>().Where(route => route.Model.Address.StartsWith(Policy, StringComparison.Ordinal)))
            pages[page.Model.Address] = new HtmlParser().ParseDocument(await PageRenderer.RenderAsync(page.Model));
        return pages;
    }
}
