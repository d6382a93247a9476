using System.Text.Json.Nodes;
using Kakehashi.Cms.Events;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Tests.Intake;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Events;

public sealed class EventApplicationTests(Cluster cluster) : IAsyncLifetime
{
    readonly Installation cms = new(cluster);
    FormsProcess forms = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await cms.InitializeAsync();
        forms = new FormsProcess(cms);
        await forms.StartAsync();
        await cms.PublishAsync(ContentType.Of<Event>(), "kickoff", new JsonObject
        {
            ["title"] = "キックオフ", ["summary"] = "要約", ["section"] = "office", ["kind"] = "kickOff", ["format"] = "venue", ["capacity"] = 3,
            ["startsAt"] = "2026-06-20T13:00:00+09:00", ["endsAt"] = "2026-06-20T15:00:00+09:00", ["applyByForm"] = true,
        });
    }

    public ValueTask DisposeAsync() => cms.DisposeAsync();

    async Task<SubmissionRecord> ApplyAsync(string email, int people, string slug = "kickoff")
    {
        var happening = new Event { Title = "キックオフ", Capacity = 3 };
        var definition = EventApplication.For(await cms.Get<ProgramStore>().CurrentAsync(Ct), happening, []);
        var answers = new JsonObject
        {
            ["participants"] = new JsonArray([.. Enumerable.Range(1, people).Select(number => (JsonNode)new JsonObject { ["person"] = new JsonObject { ["name"] = $"参加 {number}" } })]),
            ["email"] = email, ["consent"] = true,
        };
        var submission = await forms.MakeAsync(Inquiry.Name, answers, null, slug) with { Form = EventApplication.Name, Definition = definition };
        await forms.AcceptAsync(submission);
        await forms.RunAsync();
        return await forms.FindAsync(submission.Receipt);
    }

    async Task<List<ParticipantState>> StatesAsync(SubmissionRecord application)
    {
        await using var db = await cms.DbAsync();
        return await db.Participants.Where(one => one.SubmissionId == application.Id).OrderBy(one => one.Number).Select(one => one.State).ToListAsync(Ct);
    }

    [Fact]
    public async Task Places_are_given_in_order_and_who_applies_together_comes_together()
    {
        var (one, two, late) = (await ApplyAsync("a@visitor.example", 2), await ApplyAsync("b@visitor.example", 2), await ApplyAsync("c@visitor.example", 1));
        Assert.Equal([ParticipantState.Confirmed, ParticipantState.Confirmed], await StatesAsync(one));
        Assert.Equal([ParticipantState.Waiting, ParticipantState.Waiting], await StatesAsync(two));
        // A place is left, but others wait for it.
        Assert.Equal([ParticipantState.Waiting], await StatesAsync(late));
        Assert.Equal((SubmissionState.Approved, "キックオフ（2人）", JapaneseTime.Parse("2026-09-18T15:00:00")), (one.State, one.Headline, one.DeletePersonalAt));
        Assert.Contains("2人の参加が決まりました", Assert.Single(await forms.MailsAsync("a@visitor.example")).Body, StringComparison.Ordinal);
        Assert.Contains("キャンセル待ち", Assert.Single(await forms.MailsAsync("b@visitor.example")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_by_link_weeks_later_lets_the_waiting_list_move_up()
    {
        var (one, two, three) = (await ApplyAsync("a@visitor.example", 2), await ApplyAsync("b@visitor.example", 2), await ApplyAsync("c@visitor.example", 1));
        var link = await forms.LinkAsync("a@visitor.example");
        cms.Clock.Advance(TimeSpan.FromDays(14));
        await cms.Get<Cms.Personal.RetentionWork>().RunDueAsync(Ct);
        Assert.Equal(EventCancellation.Name, Assert.Single((await forms.OpenAsync(link)).Actions).Form);
        await forms.FileAsync(EventCancellation.Name, [], link);
        Assert.Equal(SubmissionState.Cancelled, (await forms.FindAsync(one.Id)).State);
        Assert.All(await StatesAsync(one), state => Assert.Equal(ParticipantState.Cancelled, state));
        Assert.Equal([ParticipantState.Confirmed, ParticipantState.Confirmed], await StatesAsync(two));
        Assert.Equal([ParticipantState.Confirmed], await StatesAsync(three));
        Assert.Contains("空きが出ました", (await forms.MailsAsync("b@visitor.example")).Last().Body, StringComparison.Ordinal);
        Assert.Contains("取り消しました", (await forms.MailsAsync("a@visitor.example")).Last().Body, StringComparison.Ordinal);
        Assert.Equal(SubmissionState.Refused, (await forms.FileAsync(EventCancellation.Name, [], link)).State);
    }

    [Fact]
    public async Task The_office_can_cancel_for_somebody_who_telephones()
    {
        var (one, two) = (await ApplyAsync("a@visitor.example", 3), await ApplyAsync("b@visitor.example", 1));
        Assert.IsType<Decision.Done>(await cms.Get<SubmissionDesk>().CancelAsync(one.Id, cms.Secretariat, "取り消しました。", Ct));
        Assert.Equal([ParticipantState.Confirmed], await StatesAsync(two));
    }

    // The event as it is published next.
    async Task RepublishAsync(string slug, int capacity, string day)
    {
        await using var db = await cms.DbAsync();
        var item = await db.Items.AsNoTracking().SingleAsync(one => one.Type == "event", Ct);
        var newest = await db.Revisions.AsNoTracking().SingleAsync(one => one.Id == item.NewestRevisionId, Ct);
        var values = newest.ReadValues();
        (values["capacity"], values["startsAt"], values["endsAt"]) = (capacity, $"{day}T13:00:00+09:00", $"{day}T15:00:00+09:00");
        Installation.Done(await cms.Desk.SaveAsync(item.Id, newest.Number, new Editing.Draft(slug, values, null, null), cms.Editor, Ct));
        await cms.ApproveAsync(item.Id, newest.Number + 1);
    }

    [Fact]
    public async Task Visitors_are_told_how_many_places_are_left_and_the_editors_text_is_untouched()
    {
        var work = cms.Get<PublicPlaces>();
        await using var db = await cms.DbAsync();
        var id = await db.Items.Where(item => item.Type == "event").Select(item => item.Id).SingleAsync(Ct);
        async Task<int?> ToldAsync()
        {
            await work.RunDueAsync(Ct);
            return (await cms.PublicAsync(id))!.PlacesLeft;
        }

        Assert.Null(await ToldAsync());
        var before = (await cms.PublicAsync(id))!;
        var one = await ApplyAsync("a@visitor.example", 2);
        Assert.Equal(1, await ToldAsync());
        var changes = await db.PublicChanges.CountAsync(Ct);
        Assert.Equal((1, changes), (await ToldAsync(), await db.PublicChanges.CountAsync(Ct)));
        // One place is left, but who comes now waits behind the two.
        await ApplyAsync("b@visitor.example", 2);
        Assert.Equal(0, await ToldAsync());
        var after = (await cms.PublicAsync(id))!;
        Assert.Equal((before.UpdatedAt, before.Values.ToJsonString(), changes + 1), (after.UpdatedAt, after.Values.ToJsonString(), await db.PublicChanges.CountAsync(Ct)));
        Assert.Equal(1, await db.Revisions.CountAsync(revision => revision.ItemId == id, Ct));
        // The next version keeps what is told until it is counted anew.
        await RepublishAsync("kickoff", 10, "2026-06-20");
        Assert.Equal(0, (await cms.PublicAsync(id))!.PlacesLeft);
        await cms.Get<WaitingListWork>().RunDueAsync(Ct);
        Assert.Equal(6, await ToldAsync());
        Assert.IsType<Decision.Done>(await cms.Get<SubmissionDesk>().CancelAsync(one.Id, cms.Secretariat, null, Ct));
        Assert.Equal(8, await ToldAsync());
    }

    [Fact]
    public async Task Places_follow_an_event_that_gets_another_address()
    {
        var (one, two) = (await ApplyAsync("a@visitor.example", 2), await ApplyAsync("b@visitor.example", 2));
        await RepublishAsync("renamed", 3, "2026-06-20");
        // From a page that was open before, and from the new one.
        var (three, four) = (await ApplyAsync("c@visitor.example", 1), await ApplyAsync("d@visitor.example", 1, "renamed"));
        Assert.All(await StatesAsync(two), state => Assert.Equal(ParticipantState.Waiting, state));
        Assert.Equal([ParticipantState.Waiting, ParticipantState.Waiting], [.. await StatesAsync(three), .. await StatesAsync(four)]);
        var places = Assert.Single(await cms.Get<EventQueries>().ListAsync(Ct));
        Assert.Equal(("renamed", 2, 4), (places.Slug, places.Confirmed, places.Waiting));
        Assert.Equal(places, await cms.Get<EventQueries>().FindAsync("kickoff", Ct));
        Assert.IsType<Decision.Done>(await cms.Get<SubmissionDesk>().CancelAsync(one.Id, cms.Secretariat, null, Ct));
        Assert.All(await StatesAsync(two), state => Assert.Equal(ParticipantState.Confirmed, state));
    }

    [Fact]
    public async Task More_places_let_the_waiting_list_move_up_by_itself()
    {
        var (_, two, three) = (await ApplyAsync("a@visitor.example", 3), await ApplyAsync("b@visitor.example", 2), await ApplyAsync("c@visitor.example", 1));
        var work = cms.Get<WaitingListWork>();
        await work.RunDueAsync(Ct);
        Assert.All(await StatesAsync(two), state => Assert.Equal(ParticipantState.Waiting, state));
        await RepublishAsync("kickoff", 5, "2026-06-20");
        await work.RunDueAsync(Ct);
        Assert.Equal([ParticipantState.Confirmed, ParticipantState.Confirmed, ParticipantState.Waiting], [.. await StatesAsync(two), .. await StatesAsync(three)]);
        Assert.Contains("空きが出ました", (await forms.MailsAsync("b@visitor.example")).Last().Body, StringComparison.Ordinal);
        Assert.Single(await forms.MailsAsync("c@visitor.example"));
        await work.RunDueAsync(Ct);
        Assert.Equal(2, (await forms.MailsAsync("b@visitor.example")).Count);
    }

    [Fact]
    public async Task Applicants_of_a_postponed_event_are_kept_until_after_its_new_day()
    {
        var application = await ApplyAsync("a@visitor.example", 1);
        await RepublishAsync("kickoff", 3, "2026-12-20");
        var retention = cms.Get<Cms.Personal.Retention>();
        cms.Clock.MoveTo("2026-12-01T10:00:00");
        Assert.Empty((await retention.PreviewAsync(cms.Clock.GetUtcNow(), Ct)).Submissions);
        Assert.Empty((await retention.RunAsync(Ct)).Submissions);
        Assert.NotNull((await forms.FindAsync(application.Id)).Content);
        cms.Clock.MoveTo("2027-03-20T15:00:00");
        Assert.Equal([application.Receipt], (await retention.RunAsync(Ct)).Submissions);
        Assert.Null((await forms.FindAsync(application.Id)).Content);
    }

    [Fact]
    public async Task An_event_that_is_not_public_takes_nobody() =>
        Assert.Equal(SubmissionState.Refused, (await ApplyAsync("a@visitor.example", 1, "unknown")).State);
}
