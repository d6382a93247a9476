using System.Net;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Tests.Screens;
using Kakehashi.Content;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests.Submissions;

public sealed class QueueTests(StaffHost host) : IClassFixture<StaffHost>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static List<string> Rows(Browser browser) => [.. browser.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim())];

    [Fact]
    public async Task What_is_due_first_stands_first_and_what_is_late_says_so()
    {
        await Sent.AddAsync(host, Inquiry.For(Sent.Program), Sent.Question(), also: s => (s.Headline, s.DueAt) = ("あとの質問", host.Clock.GetUtcNow().AddDays(9)));
        await Sent.AddAsync(host, Inquiry.For(Sent.Program), Sent.Question(), also: s => (s.Headline, s.DueAt) = ("遅れた質問", JapaneseTime.Parse("2026-05-29")!.Value.ToUniversalTime()));
        await Sent.AddAsync(host, Inquiry.For(Sent.Program), Sent.Question(), also: s => (s.Headline, s.DueAt) = ("きょうの質問", JapaneseTime.Parse("2026-06-02")!.Value.ToUniversalTime()));
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/submissions?form=contact");
        Assert.Equal(["遅れた質問", "きょうの質問", "あとの質問"], Rows(office).Where(row => row.EndsWith("の質問", StringComparison.Ordinal) || row == "遅れた質問"));
        Assert.Contains("期限を2営業日過ぎています", office.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("受付", office.Page.QuerySelector(".menu [aria-current=page]")!.ChildNodes.OfType<AngleSharp.Dom.IText>().Single(text => text.Text.Trim().Length > 0).Text.Trim());
    }

    [Fact]
    public async Task Answers_of_one_form_leave_as_a_table_and_every_look_is_noted()
    {
        var asked = await Sent.AddAsync(host, Inquiry.For(Sent.Program), Sent.Question());
        using var office = await host.OpenAsync("yuki");
        using var answer = await office.GetAsync("/submissions/answers.csv?form=contact&state=all");
        var table = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("お問い合わせの文", table, StringComparison.Ordinal);
        Assert.Contains(SubmissionTable.ReceiptWords(asked.Receipt), table, StringComparison.Ordinal);
        Assert.NotEmpty(await host.Get<Cms.Personal.ViewLog>().OfAsync($"submission:{asked.Id}", Ct));
    }

    [Fact]
    public async Task The_queue_is_narrowed_by_state_form_and_owner()
    {
        var mine = await Sent.RegistrationAsync(host, Sent.Registration("担当のある会社"));
        await Sent.RegistrationAsync(host, Sent.Registration("終わった会社"), SubmissionState.Refused);
        await using (var db = await host.DbAsync())
        {
            db.Submissions.Single(s => s.Id == mine.Id).OwnerId = host.Secretariat.Id;
            await db.SaveChangesAsync(Ct);
        }
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions?form=join&owner={host.Secretariat.Id}");
        Assert.Equal(["担当のある会社"], Rows(office));
        await office.GoAsync("/submissions?state=Refused&form=join");
        Assert.Contains("終わった会社", Rows(office));
        await office.GoAsync("/submissions?state=all&form=join");
        Assert.Contains("担当のある会社", Rows(office));
        Assert.Contains("終わった会社", Rows(office));
    }

    [Fact]
    public async Task A_receipt_number_read_on_the_telephone_leads_to_its_submission()
    {
        var sent = await Sent.InquiryAsync(host);
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/submissions");
        await office.SubmitAsync("探す", ("find", $"　{SubmissionTable.ReceiptWords(sent.Receipt).ToLowerInvariant()} "));
        Assert.Equal($"/submissions/{sent.Id}", office.Location.AbsolutePath);
    }

    [Fact]
    public async Task An_address_finds_everything_that_came_from_it_and_stands_in_no_link()
    {
        await Sent.RegistrationAsync(host, Sent.Registration("さがす会社", "sagasu@sagasu.example"), SubmissionState.Closed);
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/submissions");
        await office.SubmitAsync("探す", ("find", "ＳＡＧＡＳＵ@sagasu.example"));
        Assert.Equal(["さがす会社"], Rows(office));
        Assert.DoesNotContain("sagasu", office.Location.PathAndQuery, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(office.Page.QuerySelectorAll("a"), link => link.GetAttribute("href")!.Contains("sagasu", StringComparison.OrdinalIgnoreCase));
        await office.SubmitAsync("探す", ("find", "太郎"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Equal("太郎", office.ValueOf("find"));
    }

    [Theory]
    [InlineData("hana", false)]
    [InlineData("yuki", true)]
    [InlineData("ken", true)]
    [InlineData("sota", false)]
    public async Task Only_the_office_and_the_prefecture_read_what_visitors_sent(string user, bool may)
    {
        var sent = await Sent.InquiryAsync(host);
        using var browser = await host.OpenAsync(user);
        Assert.Equal(may, browser.Page.QuerySelector("a[href='/submissions']") is not null);
        foreach (var path in (string[])["/submissions", "/submissions/csv", $"/submissions/{sent.Id}", "/event-applications", "/proposals", "/survey-results", "/personal"])
        {
            await browser.GoAsync(path);
            Assert.Equal((path, may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (path, browser.Status));
            Assert.Equal(may && path.Contains(sent.Id.ToString(), StringComparison.Ordinal), browser.Page.Body!.TextContent.Contains("質問 太郎", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_could_not_be_opened_is_told()
    {
        await using (var db = await host.DbAsync())
        {
            db.StuckEnvelopes.Add(new StuckEnvelope { Name = "K7QM3FPX9WDT", Reason = StuckReason.NoKey, Detail = "鍵 k1", SeenAt = host.Clock.GetUtcNow() });
            await db.SaveChangesAsync(Ct);
        }
        using var office = await host.OpenAsync("yuki");
        Assert.Contains("K7QM-3FPX-9WDT", office.Page.QuerySelector(".notice[data-kind=bad]")!.TextContent, StringComparison.Ordinal);
        await office.GoAsync("/submissions");
        Assert.Contains("開く鍵がない", office.Page.QuerySelector(".notice[data-kind=bad]")!.TextContent, StringComparison.Ordinal);
    }
}
