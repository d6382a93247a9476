using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning.Pages;

/// <summary>会員: lists by kind, area and syllabary, and details with seeds and cases.</summary>
static class MemberPages
{
    public static Listing<Member> Listing(PublicSite site) => new("会員", site.Items.Members,
        new("種別", "kind/", member => [Choices.Of(member.Kind)], Choices.All<MemberKind>()),
        new("地域", "area/", member => [Choices.Of(site.Program.Areas, member.Area)], Choices.Of(site.Program.Areas)),
        new("五十音", "kana/", member => [Kana.Row(member.Kana)], Kana.Rows));

    public static IEnumerable<PageModel> Plan(PublicSite site) =>
        site.Items.Members.WithNeighbours().Select(pair => Page(site, pair.Item, pair.Neighbours)).Concat(Listing(site).Plan(site));

    static DetailPage Page(PublicSite site, Member member, (Item?, Item?) neighbours)
    {
        var page = new MemberPage
        {
            Shell = site.Shell,
            Address = $"/members/{member.Slug}/",
            Title = member.Title,
            Description = member.Summary,
            Body = site.Media.Text(member.Body),
            Member = member,
            Area = new Link(site.Program.Areas.NameOf(member.Area), $"/members/area/{member.Area}/"),
        };
        return site.Complete(page, member,
        [
            site.Group("提供するシーズ", site.Named<Seed>(member)),
            site.Group("協力した事例", site.Named<CaseStudy>(member)),
            site.Group("参加するワーキンググループ", site.Named<WorkingGroup>(member)),
        ], neighbours);
    }
}
