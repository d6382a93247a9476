using Kakehashi.Content;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning.Pages;

/// <summary>アンケート: open ones first, and details that lead to the form.</summary>
static class SurveyPages
{
    public static Listing<Survey> Listing(PublicSite site) => new("アンケート", site.Items.Surveys);

    public static IEnumerable<PageModel> Plan(PublicSite site) =>
        site.Items.Surveys.WithNeighbours().Select(pair => Page(site, pair.Item, pair.Neighbours)).Concat(Listing(site).Plan(site));

    static DetailPage Page(PublicSite site, Survey survey, (Item?, Item?) neighbours)
    {
        var state = Statuses.Of(survey, site.Clock);
        return site.Complete(new SurveyPage
        {
            Shell = site.Shell,
            Address = $"/surveys/{survey.Slug}/",
            Title = survey.Title,
            Description = survey.Summary,
            Body = site.Media.Text(survey.Body),
            Survey = survey,
            Status = state.Status,
            DaysLeft = state.DaysLeft,
            Form = FormPages.LinkTo(site, SurveyAnswer.Name, survey.Slug, "アンケートに答える"),
        }, survey, [site.Group("関連するイベント", site.Named<Event>(survey))], neighbours);
    }
}
