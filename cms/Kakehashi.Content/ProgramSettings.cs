namespace Kakehashi.Content;

/// <summary>事業: what one installation chooses, from <c>program.yaml</c>.</summary>
public sealed record ProgramSettings
{
    /// <summary>Name of the site.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence for search results.</summary>
    public required string Description { get; init; }

    /// <summary>Public address of the site's root, https, with a trailing slash.</summary>
    public required string Url { get; init; }

    /// <summary>Who publishes the site.</summary>
    public required string Organisation { get; init; }

    /// <summary>The prefecture (甲).</summary>
    public required string Prefecture { get; init; }

    /// <summary>Emergency or maintenance banner; null = none (W18).</summary>
    public Notice? Notice { get; init; }

    /// <summary>Standing line in the footer; null = none.</summary>
    public string? Disclaimer { get; init; }

    public ThemeSettings Theme { get; init; } = new();

    /// <summary>Main navigation, in order, 5–7 entries.</summary>
    public IReadOnlyList<Link> Navigation { get; init; } = [];

    /// <summary>Links at the top right.</summary>
    public IReadOnlyList<Link> Utility { get; init; } = [];

    public IReadOnlyList<Link> Footer { get; init; } = [];

    /// <summary>分類 of articles, in order; slugs unique.</summary>
    public IReadOnlyList<Term> Categories { get; init; } = [];

    /// <summary>分野, in order; slugs unique.</summary>
    public IReadOnlyList<Term> Fields { get; init; } = [];

    /// <summary>地域, in order; slugs unique.</summary>
    public IReadOnlyList<Term> Areas { get; init; } = [];

    public HomeSettings Home { get; init; } = new();

    /// <summary>Lead sentence of each list page by the type's folder.</summary>
    public IReadOnlyDictionary<string, string> Lists { get; init; } = new Dictionary<string, string>();

    /// <summary>Articles that the contract asks for each month (E01).</summary>
    public int ArticlesPerMonth { get; init; } = 2;

    public WorkflowSettings Workflow { get; init; } = new();

    /// <summary>What each form needs to know of the programme; a form that is not named is answered by the first section.</summary>
    public IReadOnlyList<FormSettings> Forms { get; init; } = [];

    /// <summary>What the secretariat checks before it approves a registration: sentences from the 規約, in order (F01).</summary>
    public IReadOnlyList<string> Eligibility { get; init; } = [];

    /// <summary>アクセシビリティ方針, from which the site makes its page.</summary>
    public AccessibilitySettings Accessibility { get; init; } = new();

    /// <summary>協賛, marked as such (W15).</summary>
    public IReadOnlyList<Sponsor> Sponsors { get; init; } = [];
}

/// <summary>A link with its text.</summary>
/// <param name="Href">Root-relative with a trailing slash, or absolute.</param>
public sealed record Link(string Label, string Href);

/// <summary>An entry of one of the programme's lists.</summary>
public sealed record Term(string Slug, string Name, string? Description = null);

/// <summary>Banner on every page between two instants.</summary>
public sealed record Notice(string Title, string Text, DateTimeOffset Since, string? Href = null, DateTimeOffset? Until = null);

/// <param name="Colour">Name of a tested colour family.</param>
public sealed record ThemeSettings(string Colour = "blue");

/// <param name="Check">The secretariat checks (確認中) before the prefecture approves (県承認待ち).</param>
public sealed record WorkflowSettings(bool Check = false);

/// <summary>One form in this programme.</summary>
/// <param name="Name">Name of the form, as in its address.</param>
/// <param name="Section">Slug of the section that answers; shown on every step.</param>
public sealed record FormSettings(string Name, string Section);

public sealed record HomeSettings(string Lead = "")
{
    public IReadOnlyList<Way> Ways { get; init; } = [];

    public IReadOnlyList<Step> Steps { get; init; } = [];
}

/// <summary>A main way in on the home page.</summary>
public sealed record Way(string Label, string Href, string Text);

/// <summary>One step of how a problem becomes a solution.</summary>
public sealed record Step(string Title, string Text);

/// <summary>A sponsor's slot.</summary>
public sealed record Sponsor(string Name, string Href, string? Text = null);
