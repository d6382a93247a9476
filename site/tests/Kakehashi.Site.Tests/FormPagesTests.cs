using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Site.Publishing;
using Kakehashi.Themes;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Tests;

/// <summary>Every form stands on the site twice: as the page that visitors open, and as the document that the forms API reads.</summary>
public sealed class FormPagesTests : IDisposable
{
    static readonly string[] EventFields =
    [
        "kind: seminar", "startsAt: 2026-07-10T14:00:00+09:00", "endsAt: 2026-07-10T16:00:00+09:00", "format: online", "applyByForm: true",
        "applyFrom: 2026-06-20T09:00:00+09:00", "applyUntil: 2026-07-05T17:00:00+09:00", "peoplePerApplication: 2", "questions: [{ label: 交通の手段, kind: choice, choices: [電車, 車] }]",
    ];

    readonly TestFolder content = SmallProgram.Create(articles: 2);
    readonly TestFolder output = new();

    public FormPagesTests()
    {
        content.With("events/by-form.md", SmallProgram.Front("申込みのある説明会", true, EventFields));
        content.With("pages/join.md", SmallProgram.Front("会員になるには", true, "order: 20") + "\n手順です。\n");
        content.With("sections/members.md", SmallProgram.Front("会員窓口", section: false, "department: 会員課", "telephone: 028-000-0009", "email: member@dx.example", "hours: 平日"));
        content.With("program.yaml", SmallProgram.Settings(more: "forms:\n  - { name: join, section: members }"));
    }

    [Fact]
    public async Task A_document_shows_the_very_page_that_visitors_open()
    {
        await Build.PublishAsync(content, output.Path);
        foreach (var name in (string[])["forms/join/", "forms/contact/", "forms/proposal/issue-1/", "forms/survey/survey/"])
            Assert.Equal(await File.ReadAllTextAsync(output.Of(name + "index.html"), TestContext.Current.CancellationToken), await PageRenderer.RenderAsync(Document(name)));
    }

    [Fact]
    public async Task An_event_asks_its_own_questions_and_as_many_people_as_it_allows()
    {
        await Build.PublishAsync(content, output.Path);
        var form = Document("forms/event/by-form/");
        Assert.Equal(("by-form", new DateTimeOffset(2026, 6, 20, 9, 0, 0, TimeSpan.FromHours(9))), (form.Subject, form.Window.OpensAt));
        Assert.Equal(2, form.Form.Groups.Single(group => group.Repeat is not null).Repeat!.Max);
        var question = form.Form.AllQuestions().Single(question => question.Label == "交通の手段");
        Assert.Equal((CustomQuestion.NameOf("交通の手段"), QuestionKind.Choice), (question.Name, question.Kind));
        Assert.False(Directory.Exists(output.Of("forms/event/event-1")));
    }

    [Theory]
    [InlineData("2026-06-15T12:00:00", "受付はこれからです：「申込みのある説明会」の申込み", false)]
    [InlineData("2026-06-20T09:00:00", "「申込みのある説明会」の申込み", true)]
    [InlineData("2026-07-05T17:00:00", "受付は終わりました：「申込みのある説明会」の申込み", false)]
    public async Task A_form_opens_and_closes_by_the_clock_and_its_event_leads_to_it_only_while_it_is_open(string now, string heading, bool open)
    {
        await Build.PublishAsync(content, output.Path, now: JapaneseTime.Parse(now)!.Value);
        var page = Page("forms/event/by-form/");
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(open, page.QuerySelector("form") is not null);
        Assert.Equal(open, Page("events/by-form/").QuerySelector("a[href='/forms/event/by-form/']") is not null);
        Assert.NotNull(page.QuerySelector(".contact a[href^='tel:']"));
        Assert.Equal(open, (await File.ReadAllTextAsync(output.Of("sitemap.xml"), TestContext.Current.CancellationToken)).Contains("/forms/event/by-form/", StringComparison.Ordinal));
        Assert.NotNull(Document("forms/event/by-form/"));
    }

    [Fact]
    public async Task A_call_that_is_over_takes_no_proposals_but_can_be_corrected_by_link()
    {
        content.With("issues/issue-1.md", SmallProgram.Front("課題1号", true, "stage: selecting", "owner: みほん市", "fieldOfWork: welfare", "area: south", "background: 文", "presentState: 文", "direction: 文"));
        await Build.PublishAsync(content, output.Path);
        Assert.Empty(Page("forms/proposal/issue-1/").QuerySelectorAll("form"));
        Assert.Empty(Page("issues/issue-1/").QuerySelectorAll("a[href^='/forms/proposal']"));
        Assert.True(Document("forms/proposal/issue-1/").Window.IsShut);
        Assert.NotNull(Page("issues/issue-2/").QuerySelector("a[href='/forms/proposal/issue-2/']"));
    }

    [Theory]
    [InlineData("forms/withdrawal/")]
    [InlineData("forms/seed/")]
    [InlineData("forms/verify/")]
    public async Task A_form_by_link_tells_where_to_get_the_link_and_is_not_listed(string form)
    {
        await Build.PublishAsync(content, output.Path);
        var page = Page(form);
        Assert.Empty(page.QuerySelectorAll("form"));
        Assert.NotNull(page.QuerySelector("main a[href='/forms/my/']"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task The_guide_leads_to_its_form_and_the_programme_says_who_answers()
    {
        await Build.PublishAsync(content, output.Path);
        Assert.Equal("会員登録を申し込む", Page("join/").QuerySelector("a[href='/forms/join/']")!.TextContent);
        Assert.Contains("会員課", Page("forms/join/").QuerySelector(".contact")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("会員になるには", Document("forms/join/").About!.Label);
    }

    [Fact]
    public async Task No_form_of_the_site_has_a_barrier()
    {
        var result = await Build.PublishAsync(content, output.Path, new PublishOptions { Rules = true, Compression = false });
        Assert.DoesNotContain(result.Findings, finding => finding.Path.StartsWith("forms/", StringComparison.Ordinal));
    }

    IDocument Page(string name) => new HtmlParser().ParseDocument(File.ReadAllText(output.Of(name + "index.html")));

    FormPage Document(string name) => JsonSerializer.Deserialize<FormPage>(File.ReadAllBytes(output.Of(name + "form.json")), ContentJson.Options)!;

    public void Dispose()
    {
        content.Dispose();
        output.Dispose();
    }
}
