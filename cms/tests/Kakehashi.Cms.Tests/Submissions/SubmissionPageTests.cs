using Kakehashi.Cms.Members;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Tests.Screens;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests.Submissions;

public sealed class SubmissionPageTests(StaffHost host) : IClassFixture<StaffHost>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_look_at_a_submission_is_noted()
    {
        var sent = await Sent.RegistrationAsync(host);
        using var office = await host.OpenAsync("ken");
        await office.GoAsync($"/submissions/{sent.Id}");
        Assert.Contains("見本 花子（みほん はなこ）", office.Page.Body!.TextContent, StringComparison.Ordinal);
        var look = Assert.Single(await host.Get<ViewLog>().OfAsync($"submission:{sent.Id}", Ct));
        Assert.Equal((host.Approver.Id, "受付の内容を表示"), (look.ActorId, look.Why));
    }

    [Fact]
    public async Task Who_is_perhaps_a_member_already_is_shown_with_the_reason()
    {
        var item = await host.CreateAsync("kizon", new() { ["title"] = "既存測量株式会社" }, ContentType.Of<Member>());
        await using (var db = await host.DbAsync())
        {
            db.Members.Add(new MemberRecord
            {
                Id = Guid.NewGuid(), ItemId = item.Id, Name = "既存測量株式会社", FoldedName = OrganisationName.Fold("既存測量株式会社"), CorporateNumber = "8700110005901", Domain = "kizon.example", JoinedAt = host.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync(Ct);
        }
        var waiting = await Sent.RegistrationAsync(host, Sent.Registration("（株）既存測量", "a@betsu.example"));
        var sent = await Sent.RegistrationAsync(host, Sent.Registration("キゾン測量（株）既存測量".Replace("キゾン測量", "", StringComparison.Ordinal), "b@kizon.example", "8700110005901"));
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{sent.Id}");
        var likely = office.Page.QuerySelector("section[aria-labelledby=likely]")!;
        Assert.Contains("名称と法人番号とドメインが同じ", likely.TextContent, StringComparison.Ordinal);
        Assert.NotNull(likely.QuerySelector($"a[href='/items/members/{item.Id}']"));
        Assert.NotNull(likely.QuerySelector($"a[href='/submissions/{waiting.Id}']"));
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text_in_every_answer()
    {
        var answers = Sent.Registration(Sent.Hostile);
        foreach (var question in (string[])["summary", "address"]) answers[question] = Sent.Hostile;
        answers["contacts"]![0]!["person"]!["name"] = Sent.Hostile;
        var sent = await Sent.RegistrationAsync(host, answers);
        using var office = await host.OpenAsync("yuki");
        foreach (var path in (string[])["/", "/submissions", "/submissions?state=all", $"/submissions/{sent.Id}"])
        {
            await office.GoAsync(path);
            Assert.Contains(Sent.Hostile, office.Page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(office.Page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_was_deleted_or_cannot_be_opened_is_said_in_words()
    {
        var sent = await Sent.RegistrationAsync(host, state: SubmissionState.Refused);
        var moved = await Sent.RegistrationAsync(host);
        await using (var db = await host.DbAsync())
        {
            var gone = db.Submissions.Single(s => s.Id == sent.Id);
            (gone.Content, gone.PersonalDeletedAt) = (null, host.Clock.GetUtcNow());
            db.Submissions.Single(s => s.Id == moved.Id).Content = sent.Content;
            await db.SaveChangesAsync(Ct);
        }
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{sent.Id}");
        Assert.Contains("保存する期間を過ぎたため消去しました", office.Page.Body!.TextContent, StringComparison.Ordinal);
        await office.GoAsync($"/submissions/{moved.Id}");
        Assert.Contains("開く鍵がありません", office.Page.Body!.TextContent, StringComparison.Ordinal);
    }
}
