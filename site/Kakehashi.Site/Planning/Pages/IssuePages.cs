using Kakehashi.Content;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning.Pages;

/// <summary>課題: lists by status, field and area, and details.</summary>
static class IssuePages
{
    const int SameField = 4;

    public static Listing<Issue> Listing(PublicSite site) => new("課題", site.Items.Issues,
        new("状態", "status/", issue => [Choices.Of(Statuses.Stage(issue, site.Clock))], Choices.All<IssueStage>()),
        new("分野", "field/", issue => [Choices.Of(site.Program.Fields, issue.FieldOfWork)], Choices.Of(site.Program.Fields)),
        new("地域", "area/", issue => [Choices.Of(site.Program.Areas, issue.Area)], Choices.Of(site.Program.Areas)));

    public static IEnumerable<PageModel> Plan(PublicSite site)
    {
        var seeds = site.Items.Seeds.ToLookup(seed => seed.FieldOfWork, StringComparer.Ordinal);
        return site.Items.Issues.WithNeighbours().Select(pair => Page(site, pair.Item, pair.Neighbours, seeds[pair.Item.FieldOfWork]))
            .Concat(Listing(site).Plan(site));
    }

    static DetailPage Page(PublicSite site, Issue issue, (Item?, Item?) neighbours, IEnumerable<Seed> sameField)
    {
        var state = Statuses.Of(issue, site.Clock);
        var stage = Statuses.Stage(issue, site.Clock);
        var fitting = site.Named<Seed>(issue).ToList();
        var page = new IssuePage
        {
            Shell = site.Shell,
            Address = $"/issues/{issue.Slug}/",
            Title = issue.Title,
            Description = issue.Summary,
            Body = site.Media.Text(issue.Body),
            Issue = issue,
            Status = state.Status,
            DaysLeft = state.DaysLeft,
            Stages = [.. Enum.GetValues<IssueStage>().Select(each => new StageView(each.Label(), each == stage))],
            Field = new Link(site.Program.Fields.NameOf(issue.FieldOfWork), $"/issues/field/{issue.FieldOfWork}/"),
            Area = new Link(site.Program.Areas.NameOf(issue.Area), $"/issues/area/{issue.Area}/"),
            Background = site.Media.Text(issue.Background),
            PresentState = site.Media.Text(issue.PresentState),
            Direction = site.Media.Text(issue.Direction),
            Conditions = site.Media.Text(issue.Conditions),
            Schedule = site.Media.Text(issue.Schedule),
            HowToPropose = site.Media.Text(issue.HowToPropose),
            Form = FormPages.LinkTo(site, SolutionProposal.Name, issue.Slug, "この課題に提案する"),
        };
        return site.Complete(page, issue,
        [
            site.Group("合いそうなシーズ", fitting),
            site.Group("同じ分野のシーズ", sameField.Where(seed => !fitting.Exists(other => ReferenceEquals(other, seed))).Take(SameField)),
            site.Group("関連するイベント", site.Named<Event>(issue)),
            site.Group("関連する記事", site.Named<Article>(issue)),
            site.Group("取り組むワーキンググループ", site.Named<WorkingGroup>(issue)),
            site.Group("この課題から生まれた事例", site.Named<CaseStudy>(issue)),
        ], neighbours);
    }
}
