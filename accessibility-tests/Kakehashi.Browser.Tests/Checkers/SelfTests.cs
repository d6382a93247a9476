namespace Kakehashi.Browser.Tests;

/// <summary>A checker that says nothing has failed: each must find the barriers of one page that holds them all.</summary>
public sealed class SelfTests(Chromium chromium)
{
    private const string Barriers = """
        <!doctype html><html><head></head><body><h1>見本</h1><h3>飛んだ見出し</h3>
        <img src="data:,"><a href="/x/"></a><button></button><input name="q"><ul><p>項目</p></ul>
        <p style="color:#aaa;background:#fff">薄い文字</p><p style="color:#666;background:#fff">やや薄い文字</p>
        <a href="/a/" style="display:inline-block;width:10px;height:10px">甲</a><a href="/b/" style="display:inline-block;width:10px;height:10px">乙</a>
        <table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table><div onclick="submit()">押す</div>
        <p lang="xx-yy">語</p><div role="checkbox">選ぶ</div><p>本文と<a href="/c/" style="color:#333;text-decoration:none">リンク</a></p>
        </body></html>
        """;

    public static TheoryData<string, string[]> Expected => new()
    {
        {
            "axe", ["html-has-lang", "document-title", "heading-order", "image-alt", "link-name", "button-name", "label", "list", "valid-lang", "aria-required-attr",
                "color-contrast", "color-contrast-enhanced", "target-size", "landmark-one-main", "region"]
        },
        {
            "IBM Equal Access", ["html_lang_exists", "page_title_exists", "skip_main_exists", "img_alt_valid", "a_text_purpose", "input_label_exists", "text_contrast_sufficient",
                "target_spacing_sufficient", "aria_eventhandler_role_valid", "table_headers_exists", "element_lang_valid", "aria_attribute_required"]
        },
        {
            "Siteimprove Alfa", ["sia-r1", "sia-r2", "sia-r4", "sia-r7", "sia-r8", "sia-r11", "sia-r12", "sia-r16", "sia-r62", "sia-r68", "sia-r69"]
        },
    };

    [Theory, MemberData(nameof(Expected))]
    public async Task Known_barriers_are_found_so_silence_means_something(string checker, string[] expected)
    {
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        await page.SetContentAsync(Barriers);

        var violations = await Named(checker).CheckAsync(page);

        Assert.Empty(expected.Except(violations.Select(violation => violation.Rule)));
        Assert.All(violations, violation => Assert.NotEmpty(violation.Places));
    }

    [Theory]
    [InlineData("axe", "color-contrast", "1.4.3")]
    [InlineData("axe", "target-size", "2.5.8")]
    [InlineData("IBM Equal Access", "html_lang_exists", "3.1.1")]
    [InlineData("Siteimprove Alfa", "sia-r69", "1.4.3")]
    public async Task Rules_say_which_criterion_they_test(string checker, string rule, string criterion)
    {
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        Assert.Contains(criterion, (await Named(checker).CriteriaAsync(await visit.NewPageAsync()))[rule]);
    }

    [Theory, MemberData(nameof(Expected))]
    public async Task Faultless_page_gives_nothing(string checker, string[] expected)
    {
        await using var visit = await chromium.VisitAsync(Screen.Phone);
        var page = await visit.NewPageAsync();
        await page.SetContentAsync("""<!doctype html><html lang="ja"><head><title>見本</title></head><body><main><h1>見本</h1><p>本文です。</p></main></body></html>""");

        Assert.NotEmpty(expected);
        Assert.Empty(await Named(checker).CheckAsync(page));
    }

    [Fact]
    public async Task Nu_finds_broken_HTML_and_leaves_good_HTML_alone()
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-nu-").FullName;
        await File.WriteAllTextAsync(Path.Join(folder, "good.html"), """<!doctype html><html lang="ja"><head><title>見本</title></head><body><h1>見本</h1></body></html>""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Join(folder, "bad.html"), """<!doctype html><html lang="ja"><head></head><body><p id="a"><div id="a"></p><img src="x.png"></body></html>""", TestContext.Current.CancellationToken);

        var violations = await Nu.CheckAsync(folder);
        Directory.Delete(folder, recursive: true);

        Assert.All(violations.SelectMany(violation => violation.Places), place => Assert.Contains("bad.html:1", place, StringComparison.Ordinal));
        string[] words = ["“title”", "Duplicate ID", "No “p” element in scope", "Unclosed element “div”", "“alt” attribute"];
        Assert.All(words, word => Assert.Contains(violations, violation => violation.Help.Contains(word, StringComparison.Ordinal)));
    }

    private static PageChecker Named(string name) => PageChecker.All.Single(checker => checker.Name == name);
}
