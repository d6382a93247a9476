using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Events;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Tests.Screens;
using Kakehashi.Cms.Tests.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Events;

public sealed class EventScreensTests(StaffHost host) : IClassFixture<StaffHost>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<SubmissionRecord> ApplyAsync(string slug, ParticipantState state, params string[] names)
    {
        var happening = new Event { Title = "説明会", Slug = slug, Capacity = 2 };
        var answers = new JsonObject
        {
            ["participants"] = new JsonArray([.. names.Select(name => (JsonNode)new JsonObject { ["person"] = new JsonObject { ["name"] = name, ["kana"] = "みほん" }, ["organisation"] = "見本社" })]),
            ["how"] = "広報紙", ["email"] = "sanka@sanka.example", ["consent"] = true,
        };
        var form = EventApplication.For(Sent.Program, happening, [new Question("how", "何で知りましたか", QuestionKind.Text)]);
        var sent = await Sent.AddAsync(host, form, answers, slug, SubmissionState.Approved);
        await using var db = await host.DbAsync();
        var id = await db.Items.Where(item => item.Slug == slug).Select(item => item.Id).SingleAsync(Ct);
        for (var i = 0; i < names.Length; i++) db.Participants.Add(new Participant { SubmissionId = sent.Id, Number = i, EventId = id, State = state, AppliedAt = host.Clock.GetUtcNow() });
        await db.SaveChangesAsync(Ct);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return sent;
    }

    async Task<string> EventAsync(string slug)
    {
        await host.CreateAsync(slug, new JsonObject { ["title"] = $"説明会 {slug}", ["startsAt"] = "2026-07-01T13:00:00+09:00", ["capacity"] = 2 }, ContentType.Of<Event>());
        return slug;
    }

    [Fact]
    public async Task Who_comes_and_who_waits_is_shown_with_the_places_left()
    {
        var slug = await EventAsync("places");
        var first = await ApplyAsync(slug, ParticipantState.Confirmed, "見本 一郎", "見本 二郎");
        await ApplyAsync(slug, ParticipantState.Waiting, "待つ 人");
        using var office = await host.OpenAsync("ken");
        await office.GoAsync("/event-applications");
        Assert.Contains("説明会 places", office.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("一郎", office.Page.Body!.TextContent, StringComparison.Ordinal);
        await office.GoAsync($"/event-applications/{slug}");
        Assert.Contains("定員2人のうち、参加2人、空き0人。キャンセル待ち1人。", office.Page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["見本 一郎", "見本 二郎"], office.Page.QuerySelectorAll("section[aria-labelledby=state-Confirmed] tbody th").Select(name => name.FirstChild!.TextContent.Trim()));
        Assert.Null(office.Page.QuerySelector("input[name=came]"));
        Assert.Contains(await host.Get<ViewLog>().OfAsync($"submission:{first.Id}", Ct), look => look.Why == "イベントの申込みの一覧");
        await office.GoAsync($"/event-applications/{slug}/list");
        Assert.DoesNotContain("待つ 人", office.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attendance_changes_only_where_it_was_ticked_or_unticked()
    {
        var slug = await EventAsync("attendance");
        var sent = await ApplyAsync(slug, ParticipantState.Confirmed, "見本 一郎", "見本 二郎", "見本 三郎");
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/event-applications/{slug}");
        // A colleague notes the third one meanwhile.
        await using (var db = await host.DbAsync())
        {
            db.Participants.Single(p => p.SubmissionId == sent.Id && p.Number == 2).Attended = true;
            await db.SaveChangesAsync(Ct);
        }
        await office.SubmitAsync("出欠を保存", ("came", $"{sent.Id:n}.0"));
        Assert.Equal("1人の出欠を保存しました。", office.Said);
        await using var after = await host.DbAsync();
        Assert.Equal([true, null, true], await after.Participants.Where(p => p.SubmissionId == sent.Id).OrderBy(p => p.Number).Select(p => p.Attended).ToListAsync(Ct));
        await office.GoAsync($"/event-applications/{slug}");
        await office.SubmitAsync("出欠を保存", ("came", $"{sent.Id:n}.2"));
        Assert.Equal([false, null, true], await after.Participants.AsNoTracking().Where(p => p.SubmissionId == sent.Id).OrderBy(p => p.Number).Select(p => p.Attended).ToListAsync(Ct));
    }

    [Fact]
    public async Task The_name_list_opens_in_a_spreadsheet_with_the_events_own_questions()
    {
        var slug = await EventAsync("csv");
        await ApplyAsync(slug, ParticipantState.Confirmed, "=cmd|' /C calc'!A0");
        using var office = await host.OpenAsync("yuki");
        using var answer = await office.GetAsync($"/event-applications/{slug}/csv");
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.StartsWith("\uFEFF氏名,ふりがな,所属,状態,出欠", text, StringComparison.Ordinal);
        Assert.Contains("何で知りましたか", text, StringComparison.Ordinal);
        Assert.Contains("\r\n'=cmd", text, StringComparison.Ordinal);
        Assert.Equal($"meibo-{slug}.csv", answer.Content.Headers.ContentDisposition!.FileName);
    }

    [Theory]
    [InlineData("hana")]
    [InlineData("sota")]
    public async Task Neither_editors_nor_operators_see_who_comes(string user)
    {
        var slug = await EventAsync($"hidden-{user}");
        await ApplyAsync(slug, ParticipantState.Confirmed, "見本 一郎");
        using var browser = await host.OpenAsync(user);
        foreach (var path in (string[])["", $"/{slug}", $"/{slug}/list", $"/{slug}/csv"])
        {
            await browser.GoAsync("/event-applications" + path);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, browser.Status));
        }
    }
}
