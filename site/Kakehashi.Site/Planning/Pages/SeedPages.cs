using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning.Pages;

/// <summary>シーズ: lists by field, technology, kind of organisation, area and syllabary, and details.</summary>
static class SeedPages
{
    const int Similar = 4;

    public static Listing<Seed> Listing(PublicSite site) => new("シーズ", site.Items.Seeds,
        new("分野", "field/", seed => [Choices.Of(site.Program.Fields, seed.FieldOfWork)], Choices.Of(site.Program.Fields)),
        new("技術", "technology/", seed => seed.Technologies.Select(name => new Choice(Address.Tag(name), name))),
        new("提供者の種別", "kind/", seed => Member(site, seed) is { } member ? [Choices.Of(member.Kind)] : [], Choices.All<MemberKind>()),
        new("地域", "area/", seed => Member(site, seed) is { } member ? [Choices.Of(site.Program.Areas, member.Area)] : [], Choices.Of(site.Program.Areas)),
        new("五十音", "kana/", seed => [Kana.Row(seed.Kana)], Kana.Rows));

    public static IEnumerable<PageModel> Plan(PublicSite site)
    {
        var issues = site.Items.Issues.ToLookup(issue => issue.FieldOfWork, StringComparer.Ordinal);
        var byTechnology = site.Items.Seeds.SelectMany(seed => seed.Technologies.Select(name => (name, seed)))
            .ToLookup(pair => pair.name, pair => pair.seed, StringComparer.Ordinal);
        return site.Items.Seeds.WithNeighbours().AsParallel().AsOrdered()
            .Select(pair => Page(site, pair.Item, pair.Neighbours, issues[pair.Item.FieldOfWork], pair.Item.Technologies.SelectMany(name => byTechnology[name].Take(Similar + 1))))
            .Concat(Listing(site).Plan(site).AsParallel().AsOrdered());
    }

    static DetailPage Page(PublicSite site, Seed seed, (Item?, Item?) neighbours, IEnumerable<Issue> sameField, IEnumerable<Seed> sameTechnology)
    {
        var fitting = site.Named<Issue>(seed).ToList();
        var page = new SeedPage
        {
            Shell = site.Shell,
            Address = $"/seeds/{seed.Slug}/",
            Title = seed.Title,
            Description = seed.Summary,
            Body = site.Media.Text(seed.Body),
            Seed = seed,
            Member = Member(site, seed) is { } member ? site.Cards.Of(member) : null,
            Field = new Link(site.Program.Fields.NameOf(seed.FieldOfWork), $"/seeds/field/{seed.FieldOfWork}/"),
            Technologies = [.. seed.Technologies.Select(name => new Link(name, $"/seeds/technology/{Address.Tag(name)}/"))],
            Problem = site.Media.Text(seed.Problem),
            How = site.Media.Text(seed.How),
            Record = site.Media.Text(seed.Record),
        };
        return site.Complete(page, seed,
        [
            site.Group("合いそうな課題", fitting),
            site.Group("同じ分野の課題", sameField.Where(issue => !fitting.Exists(other => ReferenceEquals(other, issue))).Take(Similar)),
            site.Group("似た技術のシーズ", sameTechnology.Where(other => !ReferenceEquals(other, seed)).DistinctBy(other => other.Slug).Take(Similar)),
            site.Group("使われた事例", site.Named<CaseStudy>(seed)),
            site.Group("関連する記事", site.Named<Article>(seed)),
        ], neighbours);
    }

    static Member? Member(PublicSite site, Seed seed) => site.Items.Find<Member>(seed.Member);
}
