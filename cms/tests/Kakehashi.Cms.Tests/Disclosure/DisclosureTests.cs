using System.Net;
using Kakehashi.Cms.Tests.Screens;
using Kakehashi.Cms.Tests.Submissions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests.Disclosure;

public sealed class DisclosureTests(StaffHost host) : IClassFixture<StaffHost>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_looked_at_what_is_shown_and_what_is_deleted_soon_is_counted()
    {
        var sent = await Sent.InquiryAsync(host);
        var old = await Sent.InquiryAsync(host, state: SubmissionState.Closed);
        await using (var db = await host.DbAsync())
        {
            db.Submissions.Single(s => s.Id == old.Id).DeletePersonalAt = host.Clock.GetUtcNow().AddDays(10);
            await db.SaveChangesAsync(Ct);
        }
        using var office = await host.OpenAsync("ken");
        await office.GoAsync($"/submissions/{sent.Id}");
        await office.GoAsync("/personal");
        var look = office.Page.QuerySelector("section[aria-labelledby=looks] tbody tr")!;
        Assert.Contains("kenさん", look.TextContent, StringComparison.Ordinal);
        Assert.NotNull(look.QuerySelector($"a[href='/submissions/{sent.Id}']"));
        Assert.Equal(["0件", "1件"], office.Page.QuerySelectorAll("section[aria-labelledby=retention] tbody tr:first-child td").Select(cell => cell.TextContent));
        Assert.Null(office.Page.QuerySelector("section[aria-labelledby=person]"));
    }

    [Fact]
    public async Task One_person_is_shown_everything_and_deleted_only_when_it_is_confirmed()
    {
        var sent = await Sent.InquiryAsync(host, Sent.Question(Sent.Hostile, "honnin@honnin.example"), SubmissionState.Closed);
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/personal");
        await office.SubmitAsync("この方の情報を開く", ("address", "だれか"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "だれか"), (office.Status, office.ValueOf("address")));
        await office.SubmitAsync("この方の情報を開く", ("address", "honnin@honnin.example"));
        Assert.Contains(Sent.Hostile, office.Page.QuerySelector("section[aria-labelledby=part-submissions]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("honnin", office.Location.PathAndQuery, StringComparison.Ordinal);
        await office.SubmitAsync("この方の情報を消去する");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        await office.SubmitAsync("この方の情報を消去する", ("confirmed", "yes"));
        Assert.Equal("この方の個人情報を消去しました。", office.Said);
        await using var db = await host.DbAsync();
        Assert.Null(db.Submissions.Single(s => s.Id == sent.Id).Content);
    }

    [Fact]
    public async Task The_prefecture_looks_and_neither_discloses_nor_deletes()
    {
        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync("/personal");
        var token = approver.Token;
        foreach (var path in (string[])["person", "person/file", "person/deletion"])
        {
            await approver.PostAsync($"/personal/{path}", token, ("address", "a@b.example"), ("confirmed", "yes"));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, approver.Status));
        }
    }
}
