using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kakehashi.Accessibility;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Themes.Models;

namespace Kakehashi.Themes.Tests;

public sealed class FormPageTests
{
    const string Script = "</textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover='x";

    public static TheoryData<string> Steps => [.. FormSamples.Steps];

    [Theory, MemberData(nameof(Steps))]
    public async Task The_accessibility_rules_find_nothing_in_any_step(string step) =>
        Assert.Empty(PageCheck.Check(await PageRenderer.RenderAsync(Sample(step)), "form.html"));

    [Theory, MemberData(nameof(Steps))]
    public async Task Every_control_and_every_group_is_named(string step)
    {
        var page = await ParsedAsync(Sample(step));
        foreach (var control in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            Assert.True(control.Closest("label") is not null || page.QuerySelector($"label[for='{control.Id}']") is not null, control.OuterHtml);
        Assert.All(page.QuerySelectorAll("fieldset"), group => Assert.NotEqual("", group.QuerySelector(":scope > legend")?.TextContent.Trim() ?? ""));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        foreach (var described in page.QuerySelectorAll("[aria-describedby]"))
            Assert.All(described.GetAttribute("aria-describedby")!.Split(' '), id => Assert.Contains(id, ids));
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task Hostile_text_stays_text_in_every_step(string step)
    {
        var harmless = await ParsedAsync(Sample(step));
        var hostile = await ParsedAsync(new Samples(words => words + Script).Forms().In(step));
        Assert.Contains("alert(1)", hostile.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(harmless.All.Select(element => element.LocalName), hostile.All.Select(element => element.LocalName));
        Assert.DoesNotContain(hostile.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task A_document_read_back_is_the_same_page(string step)
    {
        var page = Sample(step);
        var back = JsonSerializer.Deserialize<FormPage>(JsonSerializer.Serialize(page, ContentJson.Options), ContentJson.Options)!;
        Assert.Equal(await PageRenderer.RenderAsync(page), await PageRenderer.RenderAsync(back));
    }

    [Theory]
    [InlineData("input", "見本の申込み｜", "全3段階中1「入力」")]
    [InlineData("errors", "エラー：見本の申込み｜", "全3段階中1「入力」")]
    [InlineData("trouble", "エラー：見本の申込み｜", "全3段階中1「入力」")]
    [InlineData("confirm", "確認：見本の申込み｜", "全3段階中2「確認」")]
    [InlineData("receipt", "完了：見本の申込み｜", "全3段階中3「完了」")]
    public async Task Title_and_step_line_say_where_the_visitor_is(string step, string title, string line)
    {
        var page = await ParsedAsync(Sample(step));
        Assert.StartsWith(title, page.Title, StringComparison.Ordinal);
        Assert.Equal(line, page.QuerySelector(".step-line")!.TextContent);
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task Every_step_names_another_way_to_the_office_and_what_becomes_of_the_data(string step)
    {
        var page = await ParsedAsync(Sample(step));
        Assert.NotNull(page.QuerySelector(".contact a[href^='tel:']"));
        Assert.NotNull(page.QuerySelector(".contact a[href^='mailto:']"));
        if (step != "button") Assert.Contains("連絡だけに使います。", page.QuerySelector(".privacy")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_summed_up_with_focus_and_links_and_stand_beside_their_fields()
    {
        var page = await ParsedAsync(Sample("errors"));
        var summary = page.QuerySelector("[autofocus]")!;
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.Equal("エラー：直していただくところが5か所あります", summary.QuerySelector("h2")!.TextContent);
        Assert.StartsWith("参加者2の「お名前", summary.QuerySelectorAll("a")[2].TextContent, StringComparison.Ordinal);
        var targets = summary.QuerySelectorAll("a").Select(link => page.GetElementById(link.GetAttribute("href")![1..])!).ToList();
        Assert.Equal(["a.kind", "a.email", "a.people.1.person.kana", "u.files", "a.consent"], targets.Select(control => control.GetAttribute("name")));
        Assert.All(targets, control => Assert.Equal("true", control.GetAttribute("aria-invalid")));
        Assert.All(targets, control => Assert.Contains((control.GetAttribute("aria-describedby") ?? control.Closest("fieldset")!.GetAttribute("aria-describedby"))!.Split(' '),
            id => id.EndsWith(":mistake", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_typed_stands_in_the_controls_again()
    {
        var page = await ParsedAsync(Sample("errors"));
        Assert.Equal("ｉｎｆｏ@reiji", Input(page, "a.email").Value);
        Assert.Equal("1行目\n2行目", page.QuerySelector<IHtmlTextAreaElement>("[name='a.message']")!.Value);
        Assert.True(page.QuerySelector<IHtmlInputElement>("[name='a.kind'][value=company]")!.IsChecked);
        Assert.Equal(["disaster", "welfare"], page.QuerySelectorAll<IHtmlInputElement>("[name='a.fields']").Where(box => box.IsChecked).Select(box => box.Value));
        Assert.Equal("見本 太郎", Input(page, "a.people.1.person.name").Value);
        Assert.Equal("SEALED", Input(page, "f.files").Value);
    }

    [Theory]
    [InlineData("input", "confirm")]
    [InlineData("confirm", "send")]
    [InlineData("button", "send")]
    public async Task Enter_presses_the_main_button_because_it_is_the_first(string step, string value)
    {
        var form = (await ParsedAsync(Sample(step))).QuerySelector<IHtmlFormElement>("form")!;
        Assert.Equal(value, form.QuerySelector("button")!.GetAttribute("value"));
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        Assert.Equal("/forms/sample/", form.GetAttribute("action"));
    }

    [Fact]
    public async Task The_check_page_carries_every_answer_and_leads_back_to_each_group()
    {
        var sample = Sample("confirm");
        var page = await ParsedAsync(sample);
        var carried = page.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (input.Name, input.Value)).ToList();
        Assert.All(sample.Fields.Keys.SelectMany(key => sample.Fields[key].Select(value => (key, value))), pair => Assert.Contains(pair, carried));
        Assert.Contains(("f.files", "SEALED"), carried);
        Assert.Contains(("token", "TOKEN"), carried);
        Assert.Equal(["組織について", "参加者1", "参加者2", "個人情報の取扱い"], page.QuerySelectorAll(".answers h2").Select(heading => heading.TextContent));
        Assert.Contains("提案書.pdf（120KB）", page.QuerySelector(".answers")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/forms/sample/#group-2", page.QuerySelectorAll(".answers-head button")[1].GetAttribute("formaction"));
    }

    [Fact]
    public async Task Entries_are_added_and_removed_by_buttons_that_lead_to_the_place()
    {
        var page = await ParsedAsync(Sample("errors"));
        var add = page.QuerySelector("button[value='add:people']")!;
        Assert.Equal("/forms/sample/#a.people.2", add.GetAttribute("formaction"));
        Assert.Equal(["remove:people.0", "remove:people.1"], page.QuerySelectorAll("button[value^='remove:']").Select(button => button.GetAttribute("value")));
        Assert.Equal("drop:0f", page.QuerySelector(".held-files button")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Browsers_fill_in_the_visitors_own_data_and_nobody_elses()
    {
        var page = await ParsedAsync(Sample("errors"));
        Assert.Equal("email", Input(page, "a.email").GetAttribute("autocomplete"));
        Assert.Equal("name", Input(page, "a.people.0.person.name").GetAttribute("autocomplete"));
        Assert.Equal("off", Input(page, "a.people.1.person.name").GetAttribute("autocomplete"));
    }

    [Fact]
    public async Task The_trap_is_out_of_sight_of_eyes_ears_and_keys()
    {
        var trap = Input(await ParsedAsync(Sample("input")), FieldNames.Trap);
        Assert.Equal("-1", trap.GetAttribute("tabindex"));
        Assert.NotNull(trap.Closest("[aria-hidden=true]"));
    }

    [Fact]
    public void Every_notice_says_what_happened_and_what_to_do()
    {
        foreach (var message in Enum.GetValues<FormMessage>())
        {
            var page = Sample("input").Say(message);
            Assert.All(page.Paragraphs, paragraph => Assert.EndsWith("。", paragraph, StringComparison.Ordinal));
            Assert.False(page.IsListed);
        }
        Assert.Equal("/forms/my/", Assert.Single(Sample("input").Say(FormMessage.LinkUnusable).Ways).Href);
    }

    static IHtmlInputElement Input(IDocument page, string name) => page.QuerySelector<IHtmlInputElement>($"input[name='{name}']")!;

    static FormPage Sample(string step) => new Samples(words => words).Forms().In(step);

    static async Task<IDocument> ParsedAsync(PageModel page) => new HtmlParser().ParseDocument(await PageRenderer.RenderAsync(page));
}
