using Kakehashi.Accessibility.Rules;
using Kakehashi.Accessibility.Site;
using Kakehashi.Accessibility.Site.Rules;

namespace Kakehashi.Accessibility;

/// <summary>All rules.</summary>
public static class RuleSet
{
    /// <summary>Rules over one page, by subject; ids are unique.</summary>
    public static IReadOnlyList<PageRule> OfPages { get; } =
    [
        new PageLanguage(), new LanguageTag(), new PageTitle(),
        new MainHeading(), new HeadingOrder(), new EmptyHeading(), new SymbolHeading(), new BoldHeading(),
        new MainLandmark(), new SkipLink(), new FragmentTarget(),
        new ListChildren(), new SymbolList(), new TableHeaders(), new EmptyTableHeader(),
        new ImageAlternative(), new ImageAlternativeWords(), new GraphicName(), new FrameTitle(),
        new LinkName(), new LinkWords(), new DocumentKind(), new NewWindow(),
        new ButtonName(), new FieldLabel(), new NestedInteractive(), new MouseOnly(), new PositiveTabIndex(),
        new AriaReference(), new DuplicateId(),
        new ZoomBlocked(), new TimedRefresh(), new Autoplay(), new MovingText(),
        new SpacedWord(), new SpacesInRow(), new LeadingSpace(), new HalfWidthKana(), new PrivateCharacter(),
    ];

    /// <summary>Rules over all pages of a site together; ids are unique.</summary>
    public static IReadOnlyList<SiteRule> OfSites { get; } = [new DeadLink(), new DeadFragment(), new UniqueTitle(), new OrphanPage()];
}
