using System.Globalization;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning;

/// <summary>Short forms of items; one instance each, so that its fingerprint is taken once.</summary>
public sealed class Cards
{
    readonly Dictionary<Item, Card> cards = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes the cards of all public items.</summary>
    public Cards(ProgramSettings program, PublicItems items, MediaShelf media, SiteClock clock)
    {
        foreach (var item in items.All) cards[item] = Make(item, program, items, media, clock);
    }

    /// <summary>Card of a public item.</summary>
    public Card Of(Item item) => cards[item];

    /// <summary>Cards in the order given.</summary>
    public IReadOnlyList<Card> Of(IEnumerable<Item> items) => [.. items.Select(Of)];

    static Card Make(Item item, ProgramSettings program, PublicItems items, MediaShelf media, SiteClock clock)
    {
        var type = ContentType.Of(item.GetType());
        var plain = new Card(type.Name, item.Title, type.Address(item.Slug)!, item.Summary, null, null, null, [], media.Picture(item.Image), false);
        return item switch
        {
            Article article => plain with
            {
                Kicker = program.Categories.NameOf(article.Category),
                Date = Published(item),
                IsNew = clock.IsNew(item.PublishAt!.Value),
            },
            Issue issue => Statuses.Of(issue, clock) is var state ? plain with
            {
                Kicker = program.Fields.NameOf(issue.FieldOfWork),
                Status = state.Status,
                Date = issue.Deadline is { } deadline && state.DaysLeft is not null ? new("締切", JapaneseTime.DateOf(deadline)) : Published(item),
                Facts = [new("団体", issue.Owner), .. Left(state)],
                IsNew = clock.IsNew(item.PublishAt!.Value),
            } : plain,
            Seed seed => plain with
            {
                Kicker = program.Fields.NameOf(seed.FieldOfWork),
                Facts = [.. items.Find<Member>(seed.Member) is { } member ? new[] { new Fact("提供", member.Title) } : [], new("費用の目安", seed.Cost.Label())],
                IsNew = clock.IsNew(item.PublishAt!.Value),
            },
            Member member => plain with
            {
                Kicker = member.Kind.Label(),
                Facts = [new("地域", program.Areas.NameOf(member.Area))],
            },
            Event happening => Statuses.Of(happening, clock) is var state ? plain with
            {
                Kicker = happening.Kind.Label(),
                Status = state.Status,
                Date = new("開催日", JapaneseTime.DateOf(happening.StartsAt)),
                Facts = [new("開催方法", happening.Format.Label()), .. Left(state)],
            } : plain,
            WorkingGroup group => plain with
            {
                Date = group.StartedOn is { } started ? new("発足日", started) : null,
                Facts = [new("テーマ", group.Theme)],
            },
            SupportMeasure measure => Statuses.Of(measure, clock) is var state ? plain with
            {
                Kicker = measure.Provider,
                Status = state?.Status,
                Date = measure.AppliesUntil is { } until ? new("締切", until) : null,
                Facts = [new("対象", measure.Target), .. state is null ? [] : Left(state)],
            } : plain,
            Survey survey => Statuses.Of(survey, clock) is var state ? plain with
            {
                Kicker = survey.Anonymous ? "無記名" : "記名",
                Status = state.Status,
                Date = new("締切", JapaneseTime.DateOf(survey.ClosesAt)),
                Facts = [.. Left(state)],
            } : plain,
            CaseStudy study => plain with
            {
                Kicker = program.Fields.NameOf(study.FieldOfWork),
                Facts = [new("団体", study.Owner), new("年度", FiscalYear(study.FiscalYear))],
            },
            Specialist specialist => plain with
            {
                Kicker = $"登録番号 {specialist.Number}",
                Status = Statuses.Of(specialist),
                Facts = [new("専門", string.Join("、", specialist.Fields)), new("方法", specialist.Format.Label())],
            },
            _ => plain,
        };
    }

    /// <summary>2026年度.</summary>
    public static string FiscalYear(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}年度");

    static LabelledDate Published(Item item) => new("公開日", JapaneseTime.DateOf(item.PublishAt!.Value));

    static IEnumerable<Fact> Left(State state) => state.DaysLeft is { } left ? [new("締切まで", left)] : [];
}

/// <summary>Names from the programme's lists.</summary>
public static class Terms
{
    /// <summary>Name of a term; the slug itself where the list does not have it.</summary>
    public static string NameOf(this IReadOnlyList<Term> terms, string slug)
    {
        foreach (var term in terms)
            if (term.Slug == slug) return term.Name;
        return slug;
    }
}
