using Kakehashi.Accessibility.Documents;
using Kakehashi.Accessibility.Documents.Rules;
using Kakehashi.Accessibility.Rules.Aria;
using Kakehashi.Accessibility.Rules.Forms;
using Kakehashi.Accessibility.Rules.Images;
using Kakehashi.Accessibility.Rules.Language;
using Kakehashi.Accessibility.Rules.Links;
using Kakehashi.Accessibility.Rules.Media;
using Kakehashi.Accessibility.Rules.Operation;
using Kakehashi.Accessibility.Rules.Structure;
using Kakehashi.Accessibility.Rules.Styles;
using Kakehashi.Accessibility.Rules.Writing;
using Kakehashi.Accessibility.Site;
using Kakehashi.Accessibility.Site.Rules;
using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility;

/// <summary>All rules.</summary>
public static class RuleSet
{
    /// <summary>Rules over one page, by subject; ids are unique.</summary>
    public static IReadOnlyList<PageRule> OfPages { get; } =
    [
        new PageLanguage(), new PageLanguageText(), new XmlLanguage(), new LanguageTag(), new ForeignWords(),
        new PageTitle(), new TitleHeading(), new MainHeading(), new HeadingOrder(), new EmptyHeading(), new HeadingBreak(), new VagueHeading(), new DuplicateHeading(), new SymbolHeading(), new BoldHeading(),
        new MainLandmark(), new SkipLink(), new FragmentTarget(), new NavigationName(),
        new ListChildren(), new SymbolList(), new RubyReading(), new ObsoleteElement(), new ParsingError(), new DuplicateId(),
        new TableHeaders(), new EmptyTableHeader(), new HeaderScope(), new HeadersAttribute(), new TableCaption(), new FakeCaption(), new HeadingInTable(), new NestedTable(), new PresentationTable(), new MergedCells(), new SymbolCell(),
        new ImageAlternative(), new ImageAlternativeWords(), new ImageAlternativeLength(), new ImageAlternativeRepeats(), new TextPicture(), new GraphicName(), new ObjectAlternative(), new FrameTitle(), new MapDirections(), new AnimatedPicture(),
        new AudioTranscript(), new VideoCaptions(), new VideoAlternative(), new AudioDescription(), new LiveCaptions(), new Autoplay(), new MovingText(), new MovingCarousel(),
        new LinkName(), new LinkWords(), new SameWords(), new DocumentKind(), new AttachmentOnly(), new NewWindow(), new MailAddress(), new FaxLink(), new AccessKey(),
        new ButtonName(), new FieldLabel(), new VisibleLabel(), new RepeatedLabel(), new RequiredMark(), new GroupName(), new SubmitButton(), new ChangeHandler(), new FocusHandler(), new AutoFocus(),
        new InvalidMessage(), new VagueError(), new AutocompleteValue(), new AutocompleteMissing(), new TypedTwice(), new PasteBlocked(),
        new NestedInteractive(), new AriaReference(), new AriaRole(), new AriaAttribute(), new AriaValue(), new AriaState(), new AriaParent(), new HiddenFocus(), new PresentationFocus(), new DialogName(), new LabelInName(),
        new MouseOnly(), new HoverOnly(), new ServerMap(), new FrameTabIndex(), new PositiveTabIndex(), new DownEvent(), new TouchGesture(), new DragOnly(), new ZoomBlocked(), new TimedRefresh(),
        new StyleContrast(), new StyleFocus(), new StyleEndless(), new StyleOrder(), new StyleSpacing(), new StyleOrientation(), new StyleLink(), new StyleTextSize(), new StyleClipped(), new InlineColour(),
        new SpacedWord(), new SpacesInRow(), new LeadingSpace(), new BrokenWord(), new BreakRow(), new HalfWidthKana(), new FullWidthLetter(), new MachineCharacter(), new CircledNumber(), new PrivateCharacter(), new OutsideJis(),
        new DateWeekday(), new EraMismatch(), new DateForm(), new MissingWeekday(), new MissingYear(), new TimeForm(), new MixedHours(), new WaveDash(), new MixedHyphen(), new LargeNumber(), new TelephoneNumber(), new TelephoneLink(), new PostalCode(), new PastDeadline(),
        new ColourWords(), new SensoryWords(), new LongSentence(), new DoubleNegative(), new OfficeWords(), new UnexplainedWord(), new RepeatedReading(), new PastedMarkup(),
    ];

    /// <summary>Those of <see cref="OfPages"/> that judge style sheets in files of their own too.</summary>
    public static IReadOnlyList<StyleRule> OfStyles { get; } = [.. OfPages.OfType<StyleRule>()];

    /// <summary>Those of <see cref="OfPages"/> that mend what they find, by id; one may clear the way for those after it.</summary>
    public static IReadOnlyDictionary<string, IMendText> Mending { get; } = new PageRule[]
    {
        new HalfWidthKana(), new FullWidthLetter(), new TimeForm(), new DateForm(), new WaveDash(), new MachineCharacter(), new CircledNumber(), new LargeNumber(), new SpacedWord(), new SpacesInRow(), new LeadingSpace(), new MissingWeekday(), new MixedHyphen(),
    }.ToDictionary(rule => rule.Id, rule => (IMendText)rule, StringComparer.Ordinal);

    /// <summary>Those of <see cref="OfSites"/> that judge where links lead.</summary>
    public static IReadOnlyList<SiteRule> OfLinks { get; } = [new DeadLink(), new DeadFragment()];

    /// <summary>Those of <see cref="OfSites"/> that judge PDF files.</summary>
    public static IReadOnlyList<PdfRule> OfDocuments { get; } = [new PdfUnreadable(), new PdfPicture(), new PdfTitle(), new PdfTitleShown(), new PdfLanguage(), new PdfTags()];

    /// <summary>Rules over all pages of a site together; ids are unique.</summary>
    public static IReadOnlyList<SiteRule> OfSites { get; } =
        [.. OfLinks, new UniqueTitle(), new OrphanPage(), new MultipleWays(), new NavigationOrder(), new TargetName(), new HelpPlace(), new PageDate(), new PageContact(), .. OfDocuments];

    /// <summary>Every rule: of pages first, then of sites.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. OfPages, .. OfSites];
}
