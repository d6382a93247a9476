using Kakehashi.Content;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning.Pages;

/// <summary>イベント: coming ones first, lists by time and kind, and details.</summary>
static class EventPages
{
    static readonly Choice Coming = new("coming", "これから開催");
    static readonly Choice Past = new("past", "開催済み");

    public static Listing<Event> Listing(PublicSite site) => new("イベント", site.Items.Events,
        new("時期", "status/", happening => [site.Clock.HasPassed(happening.EndsAt) ? Past : Coming], [Coming, Past]),
        new("種類", "kind/", happening => [Choices.Of(happening.Kind)], Choices.All<EventKind>()));

    public static IEnumerable<PageModel> Plan(PublicSite site) =>
        site.Items.Events.WithNeighbours().Select(pair => Page(site, pair.Item, pair.Neighbours)).Concat(Listing(site).Plan(site));

    static DetailPage Page(PublicSite site, Event happening, (Item?, Item?) neighbours)
    {
        var address = $"/events/{happening.Slug}/";
        var state = Statuses.Of(happening, site.Clock);
        var page = new EventPage
        {
            Shell = site.Shell,
            Address = address,
            Title = happening.Title,
            Description = happening.Summary,
            Body = site.Media.Text(happening.Body),
            Event = happening,
            Status = state.Status,
            DaysLeft = state.DaysLeft,
            PlacesLeft = state.Status.Tone is Tone.Open or Tone.Soon ? happening.PlacesLeft : null,
            Calendar = site.Clock.HasPassed(happening.EndsAt) ? null : Outputs.EventCalendar.AddressOf(happening),
            HowToApply = site.Media.Text(happening.HowToApply),
            Form = FormPages.LinkTo(site, EventApplication.Name, happening.Slug, "申し込む"),
            Programme = site.Media.Text(happening.Programme),
            Speakers = site.Media.Text(happening.Speakers),
            Report = site.Media.Text(happening.Report),
        };
        return site.Complete(page, happening,
        [
            site.Group("関連する課題", site.Named<Issue>(happening)),
            site.Group("関連する記事", site.Named<Article>(happening)),
            site.Group("アンケート", site.Named<Survey>(happening)),
        ], neighbours, StructuredData.Event(site.Program, happening, address));
    }
}
