using Kakehashi.Content;
using Kakehashi.Content.Types;

namespace Kakehashi.Themes.Models;

/// <summary>Home.</summary>
public sealed record HomePage : PageModel
{
    /// <summary>Calls open now, nearest deadline first; at most 3.</summary>
    public required IReadOnlyList<Card> OpenIssues { get; init; }

    /// <summary>Next events, soonest first; at most 3.</summary>
    public required IReadOnlyList<Card> NextEvents { get; init; }

    /// <summary>Newest seeds; at most 3.</summary>
    public required IReadOnlyList<Card> NewSeeds { get; init; }

    /// <summary>Newest articles; at most 6.</summary>
    public required IReadOnlyList<Card> News { get; init; }

    /// <summary>Ways into the news by category, with counts.</summary>
    public required IReadOnlyList<FilterLink> Categories { get; init; }

    /// <summary>The year's figures: 会員, 課題, シーズ, マッチング.</summary>
    public required IReadOnlyList<Fact> Figures { get; init; }
}

/// <summary>A list with its filters and pages; also category, tag, year and filter lists.</summary>
public sealed record ListPage : PageModel
{
    /// <summary>Name of the content type listed.</summary>
    public required string Type { get; init; }

    /// <summary>Lead sentence; may be empty.</summary>
    public required string Lead { get; init; }

    /// <summary>Filters as links; may be empty.</summary>
    public required IReadOnlyList<FilterGroup> Filters { get; init; }

    /// <summary>This page's cards in order; empty when there is nothing to list.</summary>
    public required IReadOnlyList<Card> Cards { get; init; }

    public required Pagination Pagination { get; init; }

    /// <summary>Address of the feed of this list; null = none.</summary>
    public string? Feed { get; init; }
}

/// <param name="Label">What the filter is about: 状態, 分野, 地域.</param>
public sealed record FilterGroup(string Label, IReadOnlyList<FilterLink> Links);

/// <param name="Count">Items behind the link.</param>
/// <param name="IsCurrent">The list shown now.</param>
public sealed record FilterLink(string Label, string Href, int Count, bool IsCurrent);

/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Total">Items on all pages.</param>
/// <param name="First">Address of page 1; page n stands at <c>First + "page/n/"</c>.</param>
public sealed record Pagination(int Page, int Pages, int Total, string First)
{
    public string AddressOf(int page) => page == 1 ? First : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{First}page/{page}/");
}

/// <summary>Common to the page of one item.</summary>
public abstract record DetailPage : PageModel
{
    public required MarkdownText Body { get; init; }

    /// <summary>代表画像; null = none.</summary>
    public PictureView? Picture { get; init; }

    /// <summary>The form about it, while it takes answers; null otherwise.</summary>
    public Link? Form { get; init; }

    public IReadOnlyList<DownloadView> Downloads { get; init; } = [];

    /// <summary>Related items in labelled groups, in order; empty groups are left out.</summary>
    public IReadOnlyList<RelatedGroup> Related { get; init; } = [];

    /// <summary>Neighbour in the list's order; null at the end.</summary>
    public Link? Previous { get; init; }

    public Link? Next { get; init; }
}

public sealed record RelatedGroup(string Label, IReadOnlyList<Card> Cards);

public sealed record ArticlePage : DetailPage
{
    public required Article Article { get; init; }

    /// <summary>Category as a link to its list.</summary>
    public required Link Category { get; init; }

    /// <summary>Keywords as links to their lists, in the author's order.</summary>
    public required IReadOnlyList<Link> Tags { get; init; }
}

public sealed record IssuePage : DetailPage
{
    public required Issue Issue { get; init; }

    /// <summary>State now, derived from stage and clock.</summary>
    public required Status Status { get; init; }

    /// <summary>The six stages in order, with the one reached now.</summary>
    public required IReadOnlyList<StageView> Stages { get; init; }

    public required Link Field { get; init; }

    public required Link Area { get; init; }

    /// <summary>「あと12日」, 「本日締切」; null when nothing is to be met.</summary>
    public string? DaysLeft { get; init; }

    public required MarkdownText Background { get; init; }

    public required MarkdownText PresentState { get; init; }

    public required MarkdownText Direction { get; init; }

    public required MarkdownText Conditions { get; init; }

    public required MarkdownText Schedule { get; init; }

    public required MarkdownText HowToPropose { get; init; }
}

public sealed record StageView(string Label, bool IsCurrent);

public sealed record SeedPage : DetailPage
{
    public required Seed Seed { get; init; }

    /// <summary>The member that offers it; null while that member is not public.</summary>
    public required Card? Member { get; init; }

    public required Link Field { get; init; }

    public required IReadOnlyList<Link> Technologies { get; init; }

    public required MarkdownText Problem { get; init; }

    public required MarkdownText How { get; init; }

    public required MarkdownText Record { get; init; }
}

public sealed record EventPage : DetailPage
{
    public required Event Event { get; init; }

    /// <summary>受付中, 申込みは締め切りました, 開催済み, …</summary>
    public required Status Status { get; init; }

    public string? DaysLeft { get; init; }

    /// <summary>While applications are open: 0 = only the waiting list; null where nothing is known.</summary>
    public int? PlacesLeft { get; init; }

    /// <summary>Address of the calendar file; null when it is over.</summary>
    public string? Calendar { get; init; }

    public required MarkdownText HowToApply { get; init; }

    public required MarkdownText Programme { get; init; }

    public required MarkdownText Speakers { get; init; }

    public required MarkdownText Report { get; init; }
}

public sealed record MemberPage : DetailPage
{
    public required Member Member { get; init; }

    public required Link Area { get; init; }
}

public sealed record WorkingGroupPage : DetailPage
{
    public required WorkingGroup WorkingGroup { get; init; }
}

public sealed record SupportMeasurePage : DetailPage
{
    public required SupportMeasure SupportMeasure { get; init; }

    /// <summary>受付前, 受付中, 受付終了, 随時; null when no dates are given.</summary>
    public Status? Status { get; init; }

    public string? DaysLeft { get; init; }
}

public sealed record CaseStudyPage : DetailPage
{
    public required CaseStudy CaseStudy { get; init; }

    public required Link Field { get; init; }
}

public sealed record SpecialistPage : DetailPage
{
    public required Specialist Specialist { get; init; }

    public required Status Status { get; init; }

    public required MarkdownText Record { get; init; }
}

public sealed record SurveyPage : DetailPage
{
    public required Survey Survey { get; init; }

    /// <summary>受付前, 受付中, 受付終了.</summary>
    public required Status Status { get; init; }

    public string? DaysLeft { get; init; }
}

/// <summary>固定ページ.</summary>
public sealed record ContentPage : DetailPage;

/// <summary>サイトマップ: every page can be reached from here (JIS X 8341-3:2016 2.4.5).</summary>
public sealed record SitemapPage : PageModel
{
    public required IReadOnlyList<SitemapGroup> Groups { get; init; }
}

/// <param name="List">The list page that heads the group.</param>
public sealed record SitemapGroup(Link List, IReadOnlyList<Link> Pages);

/// <summary>404.</summary>
public sealed record NotFoundPage : PageModel
{
    /// <inheritdoc/>
    public override bool IsListed => false;
}
