using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning.Pages;

/// <summary>Working groups, support measures, case studies and specialists: one list and plain details each.</summary>
static class OtherPages
{
    public static Listing<WorkingGroup> WorkingGroups(PublicSite site) => new("ワーキンググループ", site.Items.WorkingGroups);

    public static Listing<SupportMeasure> SupportMeasures(PublicSite site) => new("支援制度", site.Items.SupportMeasures);

    public static Listing<CaseStudy> Cases(PublicSite site) => new("取組事例", site.Items.Cases,
        new("分野", "field/", study => [Choices.Of(site.Program.Fields, study.FieldOfWork)], Choices.Of(site.Program.Fields)),
        new("年度", "", study => [new(Address.Year(study.FiscalYear), Cards.FiscalYear(study.FiscalYear))],
            [.. site.Items.Cases.Select(study => study.FiscalYear).Distinct().Select(year => new Choice(Address.Year(year), Cards.FiscalYear(year)))]));

    public static Listing<Specialist> Specialists(PublicSite site) => new("専門人材", site.Items.Specialists,
        new Facet<Specialist>("専門の分野", "field/", specialist => specialist.Fields.Select(name => new Choice(Address.Tag(name), name))));

    public static IEnumerable<PageModel> Plan(PublicSite site) =>
    [
        .. site.Items.WorkingGroups.WithNeighbours().Select(pair => Page(site, pair.Item, pair.Neighbours)),
        .. site.Items.SupportMeasures.WithNeighbours().Select(pair => Page(site, pair.Item, pair.Neighbours)),
        .. site.Items.Cases.WithNeighbours().Select(pair => Page(site, pair.Item, pair.Neighbours)),
        .. site.Items.Specialists.WithNeighbours().Select(pair => Page(site, pair.Item, pair.Neighbours)),
        .. WorkingGroups(site).Plan(site), .. SupportMeasures(site).Plan(site), .. Cases(site).Plan(site), .. Specialists(site).Plan(site),
    ];

    static DetailPage Page(PublicSite site, WorkingGroup group, (Item?, Item?) neighbours) => site.Complete(new WorkingGroupPage
    {
        Shell = site.Shell,
        Address = $"/working-groups/{group.Slug}/",
        Title = group.Title,
        Description = group.Summary,
        Body = site.Media.Text(group.Body),
        WorkingGroup = group,
    }, group, [site.Group("取り組む課題", site.Named<Issue>(group)), site.Group("参加する会員", site.Named<Member>(group, int.MaxValue))], neighbours);

    static DetailPage Page(PublicSite site, SupportMeasure measure, (Item?, Item?) neighbours)
    {
        var state = Statuses.Of(measure, site.Clock);
        return site.Complete(new SupportMeasurePage
        {
            Shell = site.Shell,
            Address = $"/support-measures/{measure.Slug}/",
            Title = measure.Title,
            Description = measure.Summary,
            Body = site.Media.Text(measure.Body),
            SupportMeasure = measure,
            Status = state?.Status,
            DaysLeft = state?.DaysLeft,
        }, measure, [], neighbours);
    }

    static DetailPage Page(PublicSite site, CaseStudy study, (Item?, Item?) neighbours) => site.Complete(new CaseStudyPage
    {
        Shell = site.Shell,
        Address = $"/cases/{study.Slug}/",
        Title = study.Title,
        Description = study.Summary,
        Body = site.Media.Text(study.Body),
        CaseStudy = study,
        Field = new Link(site.Program.Fields.NameOf(study.FieldOfWork), $"/cases/field/{study.FieldOfWork}/"),
    }, study,
    [
        site.Group("もとになった課題", site.Named<Issue>(study)),
        site.Group("使ったシーズ", site.Named<Seed>(study)),
        site.Group("協力した会員", site.Named<Member>(study)),
    ], neighbours);

    static DetailPage Page(PublicSite site, Specialist specialist, (Item?, Item?) neighbours) => site.Complete(new SpecialistPage
    {
        Shell = site.Shell,
        Address = $"/specialists/{specialist.Slug}/",
        Title = specialist.Title,
        Description = specialist.Summary,
        Body = site.Media.Text(specialist.Body),
        Specialist = specialist,
        Status = Statuses.Of(specialist),
        Record = site.Media.Text(specialist.Record),
    }, specialist, [], neighbours);
}
