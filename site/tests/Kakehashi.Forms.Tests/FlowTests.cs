using System.Net;
using System.Text;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Kakehashi.Forms.Tests.Setting;
using Kakehashi.Themes.Models;

namespace Kakehashi.Forms.Tests;

/// <summary>入力 → 確認 → 完了 as a browser without script does it.</summary>
public sealed class FlowTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_inquiry_goes_through_input_check_and_receipt_into_the_inbox()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await InquiryAsync(site);
        await visitor.PressAsync("confirm");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.StartsWith("確認：", visitor.Page.Title, StringComparison.Ordinal);
        Assert.Contains("山田 花子", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(site.Names(Inbox.New));

        site.Time.Advance(TimeSpan.FromSeconds(5));
        await visitor.PressAsync("send");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.StartsWith("完了：", visitor.Page.Title, StringComparison.Ordinal);
        var accepted = Assert.Single(site.Accepted());
        Assert.True(ReceiptNumber.TryParse(accepted.Receipt, out var number));
        Assert.Contains(number.ToString(), visitor.Text, StringComparison.Ordinal);
        Assert.Equal(("contact", null, site.Time.GetUtcNow(), "taro@example.jp", "028-123-4567"), (accepted.Form, accepted.Subject, accepted.ReceivedAt, (string?)accepted.Answers["email"], (string?)accepted.Answers["telephone"]));
        Assert.Empty(site.Names(Inbox.Tmp));
    }

    [Fact]
    public async Task Mistakes_are_shown_and_nothing_typed_is_lost()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await InquiryAsync(site);
        await visitor.Type("a.email", "taro@").PressAsync("confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.StartsWith("エラー：", visitor.Page.Title, StringComparison.Ordinal);
        Assert.Equal(("taro@", "山田 花子"), (visitor.Value("a.email"), visitor.Value("a.person.name")));
        await visitor.Type("a.email", "ｔａｒｏ＠example.jp").PressAsync("confirm");
        Assert.StartsWith("確認：", visitor.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_keeps_answers_and_attachments()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await InquiryAsync(site);
        await visitor.Choose("u.files", "資料.pdf", Pdf(1_000)).PressAsync("confirm");
        await visitor.PressAsync("edit");
        Assert.Equal("山田 花子", visitor.Value("a.person.name"));
        Assert.Contains("資料.pdf", visitor.Text, StringComparison.Ordinal);
        await visitor.PressAsync("confirm");
        Assert.Contains("資料.pdf", visitor.Text, StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromSeconds(5));
        await visitor.PressAsync("send");
        var file = Assert.Single(Assert.Single(site.Accepted()).Files);
        Assert.Equal(Pdf(1_000), await site.AttachmentAsync(file));
        Assert.Equal("資料.pdf", site.Open<HeldFileSecret>(file.Envelope!).Name);
        Assert.Empty(site.Names(Inbox.Held));
    }

    [Fact]
    public async Task Attachments_survive_a_mistake_elsewhere_and_can_be_taken_back()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await InquiryAsync(site);
        await visitor.Type("a.email", "").Choose("u.files", "一.pdf", Pdf(10)).Choose("u.files", "二.pdf", Pdf(20)).PressAsync("confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(2, site.Names(Inbox.Held).Length);
        var drop = visitor.Page.QuerySelectorAll("button[name=step]").First(button => button.GetAttribute("value")!.StartsWith("drop:", StringComparison.Ordinal)).GetAttribute("value")!;
        await visitor.PressAsync(drop);
        Assert.DoesNotContain("一.pdf", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("二.pdf", visitor.Text, StringComparison.Ordinal);
        Assert.Single(site.Names(Inbox.Held));
    }

    [Fact]
    public async Task Too_fast_and_too_late_show_the_check_page_again_and_lose_nothing()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await InquiryAsync(site);
        await visitor.PressAsync("confirm");
        await visitor.PressAsync("send");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("まだ送信していません", visitor.Text, StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromHours(25));
        await visitor.PressAsync("send");
        Assert.Contains("まだ送信していません", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(site.Names(Inbox.New));
        site.Time.Advance(TimeSpan.FromSeconds(2));
        await visitor.PressAsync("send");
        Assert.Single(site.Accepted());
    }

    [Fact]
    public async Task A_clock_set_back_costs_one_more_press_and_nothing_else()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await InquiryAsync(site);
        await visitor.PressAsync("confirm");
        site.Time.Advance(TimeSpan.FromDays(-400));
        await visitor.PressAsync("send");
        Assert.Contains("まだ送信していません", visitor.Text, StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromSeconds(2));
        await visitor.PressAsync("send");
        Assert.Single(site.Accepted());
    }

    [Fact]
    public async Task Pressed_twice_at_once_and_again_a_day_later_it_is_one_submission_with_one_number()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await InquiryAsync(site);
        await visitor.Choose("u.files", "資料.pdf", Pdf(10)).PressAsync("confirm");
        site.Time.Advance(TimeSpan.FromSeconds(5));
        var requests = Enumerable.Range(0, 8).Select(_ => visitor.Press("send")).ToList();
        var answers = await Task.WhenAll(requests.Select(request => site.Client.SendAsync(request, Cancel)));
        var number = Assert.Single(site.Accepted()).Receipt;
        Assert.Equal((1, 0), (site.Names(Inbox.Files).Length, site.Names(Inbox.Held).Length));
        foreach (var answer in answers) await AssertReceiptAsync(answer, number);

        site.Time.Advance(TimeSpan.FromHours(23));
        File.Move(site.PathOf(Inbox.New, number), site.PathOf(Inbox.Done, number));
        await AssertReceiptAsync(await site.Client.SendAsync(visitor.Press("send"), Cancel), number);
        Assert.Empty(site.Names(Inbox.New));
    }

    [Fact]
    public async Task The_field_that_people_do_not_see_stops_who_fills_it_in()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await InquiryAsync(site);
        await visitor.Type(FieldNames.Trap, "https://spam.example").PressAsync("confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("空欄のまま", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_persons_are_added_and_removed_without_a_script()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = new Visitor(site.Client);
        await visitor.OpenAsync("/forms/join/");
        await visitor.Type("a.contacts.0.person.name", "一").PressAsync("add:contacts");
        await visitor.Type("a.contacts.1.person.name", "二").PressAsync("add:contacts");
        await visitor.PressAsync("remove:contacts.0");
        Assert.Equal(("二", ""), (visitor.Value("a.contacts.0.person.name"), visitor.Value("a.contacts.1.person.name")));
    }

    [Fact]
    public async Task A_form_outside_of_its_window_takes_nothing()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await InquiryAsync(site);
        await visitor.PressAsync("confirm");
        site.Time.Advance(TimeSpan.FromSeconds(5));
        site.Publish(SampleForms.All.Single(page => page.Form.Name == "contact") with { Window = new FormWindow(null, site.Time.GetUtcNow().AddSeconds(-1)) });
        await visitor.PressAsync("send");
        Assert.Equal(HttpStatusCode.Gone, visitor.Status);
        Assert.Empty(site.Names(Inbox.New));
    }

    [Fact]
    public async Task Sent_from_a_page_of_another_site_nothing_is_taken()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await InquiryAsync(site);
        using var request = visitor.Press("confirm");
        request.Headers.Remove("Sec-Fetch-Site");
        request.Headers.Add("Origin", "https://evil.example");
        using var answer = await site.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    internal static async Task<Visitor> InquiryAsync(FormsSite site)
    {
        var visitor = new Visitor(site.Client);
        await visitor.OpenAsync("/forms/contact/");
        return visitor.Type("a.topic", "site").Type("a.message", "このサイトについて\n質問です。").Type("a.person.name", "山田 花子").Type("a.person.kana", "ヤマダ ハナコ")
            .Type("a.email", "ｔａｒｏ＠example.jp").Type("a.telephone", "０２８ー１２３ー４５６７").Type("a.consent", "true");
    }

    internal static byte[] Pdf(int bytes) => [.. Encoding.ASCII.GetBytes("%PDF-1.7\n"), .. new byte[bytes]];

    private static async Task AssertReceiptAsync(HttpResponseMessage answer, string number)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(ReceiptNumber.TryParse(number, out var receipt));
            Assert.Contains(receipt.ToString(), await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
    }
}
