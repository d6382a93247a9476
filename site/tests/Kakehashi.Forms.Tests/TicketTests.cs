using System.Net;
using System.Text.Json.Nodes;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Kakehashi.Forms.Tests.Setting;

namespace Kakehashi.Forms.Tests;

/// <summary>Links from mails: single use, opened by their key alone.</summary>
public sealed class TicketTests
{
    private static readonly TicketAction Verify = new("verify", "verify", null, "メールアドレスを確認する", null, [], []);

    private static readonly TicketAction Mend = new(
        "mend", "contact", null, "お問い合わせを直す", "資料を新しいものに差し替えてください。",
        new JsonObject { ["topic"] = "site", ["message"] = "直す前の文", ["person"] = new JsonObject { ["name"] = "山田 花子" }, ["email"] = "taro@example.jp", ["consent"] = true },
        [new KeptFile("files", "kept-1.pdf", "前の資料.pdf", 1_000)]);

    [Fact]
    public async Task One_button_confirms_an_address_and_the_link_is_used_up()
    {
        await using var site = await FormsSite.StartAsync();
        var link = site.WriteTicket(Verify);
        var visitor = new Visitor(site.Client);
        await visitor.OpenAsync($"/forms/t/{link}");
        await visitor.OpenAsync($"/forms/t/{link}");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        site.Time.Advance(TimeSpan.FromSeconds(5));
        await visitor.PressAsync("send");
        var accepted = Assert.Single(site.Accepted());
        Assert.Equal(("verify", link.Id), (accepted.Form, accepted.Ticket!.Id));
        Assert.Equal(link.KeyHash(), TicketLink.Parse($"{accepted.Ticket.Id}.{accepted.Ticket.Key}")!.KeyHash());
        Assert.Equal((0, link.Id), (site.Names(Inbox.Tickets).Length, Assert.Single(site.Names(Inbox.UsedTickets))));
        Assert.Equal(0, new FileInfo(site.PathOf(Inbox.UsedTickets, link.Id)).Length);
        await visitor.OpenAsync($"/forms/t/{link}");
        AssertUnusable(visitor);
    }

    [Fact]
    public async Task What_came_back_is_prefilled_with_the_offices_note_and_the_files_it_has()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = new Visitor(site.Client);
        await visitor.OpenAsync($"/forms/t/{site.WriteTicket(Mend)}");
        Assert.Equal("直す前の文", visitor.Value("a.message").Trim());
        Assert.Contains("資料を新しいものに差し替えてください。", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("前の資料.pdf", visitor.Text, StringComparison.Ordinal);
        await visitor.Choose("u.files", "新しい資料.pdf", FlowTests.Pdf(10)).PressAsync("confirm");
        site.Time.Advance(TimeSpan.FromSeconds(5));
        await visitor.PressAsync("send");
        var accepted = Assert.Single(site.Accepted());
        Assert.Equal(["kept-1.pdf", null], accepted.Files.Select(file => file.Kept));
        Assert.NotNull(accepted.Ticket);
    }

    [Fact]
    public async Task Several_actions_are_a_menu_and_each_leads_to_its_form()
    {
        await using var site = await FormsSite.StartAsync();
        var link = site.WriteTicket(Mend, Mend with { Id = "other", Label = "もう1つを直す", Answers = new JsonObject { ["message"] = "もう1つの文" } });
        var visitor = new Visitor(site.Client);
        await visitor.OpenAsync($"/forms/t/{link}");
        var href = visitor.Page.QuerySelectorAll("main a").First(a => a.TextContent.Contains("もう1つを直す", StringComparison.Ordinal)).GetAttribute("href")!;
        await visitor.OpenAsync(href);
        Assert.Equal("もう1つの文", visitor.Value("a.message").Trim());
        await visitor.PressAsync("confirm");
        Assert.Equal("もう1つの文", visitor.Value("a.message").Trim());
    }

    [Fact]
    public async Task Unknown_wrong_expired_and_used_links_are_told_in_the_same_words()
    {
        await using var site = await FormsSite.StartAsync();
        var (good, used) = (site.WriteTicket(Mend), site.WriteTicket(Mend));
        var expired = site.WriteTicket(site.Time.GetUtcNow().AddSeconds(-1), Mend);
        File.WriteAllBytes(site.PathOf(Inbox.UsedTickets, used.Id), []);
        string[] links = [TicketLink.Create().ToString(), (good with { Key = TicketLink.Create().Key }).ToString(), (expired with { Id = good.Id }).ToString(), expired.ToString(), used.ToString(), $"{good}.nothing", "nonsense"];
        var pages = new List<string>();
        foreach (var link in links)
        {
            var visitor = new Visitor(site.Client);
            await visitor.OpenAsync($"/forms/t/{link}");
            AssertUnusable(visitor);
            pages.Add(visitor.Page.DocumentElement.OuterHtml);
        }
        Assert.Single(pages.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_people_with_one_link_at_once_make_one_submission()
    {
        await using var site = await FormsSite.StartAsync();
        var link = site.WriteTicket(Mend);
        var visitors = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var visitor = new Visitor(site.Client);
            await visitor.OpenAsync($"/forms/t/{link}");
            await visitor.PressAsync("confirm");
            return visitor;
        }));
        site.Time.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(visitors.Select(visitor => visitor.PressAsync("send")));
        Assert.Single(site.Accepted());
        Assert.Single(visitors, visitor => visitor.Page.Title!.StartsWith("完了：", StringComparison.Ordinal));
        foreach (var visitor in visitors.Where(visitor => !visitor.Page.Title!.StartsWith("完了：", StringComparison.Ordinal))) AssertUnusable(visitor);
    }

    [Fact]
    public async Task Pressed_twice_a_used_link_shows_its_receipt_again()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = new Visitor(site.Client);
        await visitor.OpenAsync($"/forms/t/{site.WriteTicket(Verify)}");
        site.Time.Advance(TimeSpan.FromSeconds(5));
        using var again = visitor.Press("send");
        await visitor.PressAsync("send");
        using var answer = await site.Client.SendAsync(again, TestContext.Current.CancellationToken);
        var number = visitor.Page.QuerySelector(".receipt-number, strong, b")?.TextContent;
        Assert.True(ReceiptNumber.TryParse(Assert.Single(site.Names(Inbox.New)), out var receipt), number);
        Assert.Contains(receipt.ToString(), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_opens_no_other_form_and_a_form_for_links_opens_for_nobody_else()
    {
        await using var site = await FormsSite.StartAsync();
        var link = site.WriteTicket(Verify);
        using var elsewhere = Inquiry.Request("confirm", [.. Inquiry.Fields, new(FieldNames.Ticket, link.ToString())]);
        using var refused = await site.Client.SendAsync(elsewhere, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var without = Inquiry.Request("confirm", []);
        without.RequestUri = new Uri("/forms/withdrawal/", UriKind.Relative);
        using var closed = await site.Client.SendAsync(without, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
    }

    [Fact]
    public async Task Files_of_the_office_are_kept_by_their_own_link_only()
    {
        await using var site = await FormsSite.StartAsync();
        var kept = Steps.Attachment.Of(Mend.Files[0]).Write(PageSignature.Ensure(site.KeyFile));
        using var request = Inquiry.Request("confirm", [.. Inquiry.Fields, new("f.files", kept)]);
        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("前の資料.pdf", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static void AssertUnusable(Visitor visitor)
    {
        Assert.Equal((HttpStatusCode.NotFound, "このリンクは使えません"), (visitor.Status, visitor.Heading));
        Assert.NotNull(visitor.Page.QuerySelector("main a[href='/forms/my/']"));
    }
}
