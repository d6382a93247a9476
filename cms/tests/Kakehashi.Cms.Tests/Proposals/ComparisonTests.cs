using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Tests.Screens;
using Kakehashi.Cms.Tests.Submissions;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Proposals;

public sealed class ComparisonTests(StaffHost host) : IClassFixture<StaffHost>
{
    Task<Cms.Submissions.SubmissionRecord> ProposeAsync(string title, SubmissionState state = SubmissionState.Received, string about = "road") => Sent.AddAsync(host, SolutionProposal.For(Sent.Program, new Issue { Title = "道路の異常を早く見つけたい" }), new JsonObject
    {
        ["title"] = title, ["solution"] = $"{title}の方法", ["schedule"] = "半年", ["cost"] = "=1+1", ["organisation"] = "見本社", ["person"] = new JsonObject { ["name"] = "見本 花子" },
        ["email"] = "teian@mihon.example", ["telephone"] = "028-000-0000", ["membership"] = "member", ["consent"] = true,
    }, about, state);

    [Fact]
    public async Task Proposals_to_one_issue_stand_side_by_side_in_the_same_order_of_questions()
    {
        await ProposeAsync("カメラで見つける");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await ProposeAsync(Sent.Hostile, SubmissionState.InCheck);
        await ProposeAsync("取り消した提案", SubmissionState.Cancelled);
        using var office = await host.OpenAsync("ken");
        await office.GoAsync("/proposals");
        Assert.Contains("2件", office.Page.QuerySelector("tbody td")!.TextContent, StringComparison.Ordinal);
        await office.GoAsync("/proposals/road");
        var proposals = office.Page.QuerySelectorAll(".compare article").ToList();
        Assert.Equal(["カメラで見つける", Sent.Hostile], proposals.Select(one => one.QuerySelector("h2")!.TextContent));
        Assert.Equal(proposals[0].QuerySelectorAll("h3").Select(heading => heading.TextContent), proposals[1].QuerySelectorAll("h3").Select(heading => heading.TextContent));
        Assert.Empty(proposals[1].QuerySelectorAll("script"));
        using var answer = await office.GetAsync("/proposals/road/csv");
        var csv = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("'=1+1", csv, StringComparison.Ordinal);
        Assert.Contains("カメラで見つけるの方法", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("取り消した提案", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposals_stay_together_when_their_issue_gets_another_address()
    {
        var ct = TestContext.Current.CancellationToken;
        var issue = await host.CreateAsync("bridge", new JsonObject { ["title"] = "橋の見回りを減らしたい" }, Content.ContentType.Of<Issue>());
        await ProposeAsync("ドローンで見る", about: "bridge");
        await using (var db = await host.DbAsync())
            await db.Items.Where(item => item.Id == issue.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Slug, "bridges").SetProperty(item => item.Aliases, new List<string> { "bridge" }), ct);
        await ProposeAsync("音で聞く", about: "bridges");
        using var office = await host.OpenAsync("ken");
        foreach (var slug in (string[])["bridge", "bridges"])
        {
            await office.GoAsync($"/proposals/{slug}");
            Assert.Equal(["ドローンで見る", "音で聞く"], office.Page.QuerySelectorAll(".compare article h2").Select(title => title.TextContent).Order(StringComparer.Ordinal));
            await office.GoAsync($"/submissions?state=all&form=proposal&subject={slug}");
            Assert.Equal(2, office.Page.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains("橋の見回りを減らしたい", StringComparison.Ordinal)));
        }
    }
}
