namespace Kakehashi.Accessibility;

/// <summary>The criteria that rules refer to, found in the sets.</summary>
public static class Criteria
{
    public static SuccessCriterion NonTextContent { get; } = Find("1.1.1");
    public static SuccessCriterion AudioAndVideoOnly { get; } = Find("1.2.1");
    public static SuccessCriterion Captions { get; } = Find("1.2.2");
    public static SuccessCriterion MediaAlternative { get; } = Find("1.2.3");
    public static SuccessCriterion LiveCaptions { get; } = Find("1.2.4");
    public static SuccessCriterion AudioDescription { get; } = Find("1.2.5");
    public static SuccessCriterion InfoAndRelationships { get; } = Find("1.3.1");
    public static SuccessCriterion MeaningfulSequence { get; } = Find("1.3.2");
    public static SuccessCriterion SensoryCharacteristics { get; } = Find("1.3.3");
    public static SuccessCriterion Orientation { get; } = Find("1.3.4");
    public static SuccessCriterion InputPurpose { get; } = Find("1.3.5");
    public static SuccessCriterion UseOfColour { get; } = Find("1.4.1");
    public static SuccessCriterion AudioControl { get; } = Find("1.4.2");
    public static SuccessCriterion Contrast { get; } = Find("1.4.3");
    public static SuccessCriterion ResizeText { get; } = Find("1.4.4");
    public static SuccessCriterion ImagesOfText { get; } = Find("1.4.5");
    public static SuccessCriterion TextSpacing { get; } = Find("1.4.12");
    public static SuccessCriterion Keyboard { get; } = Find("2.1.1");
    public static SuccessCriterion CharacterKeys { get; } = Find("2.1.4");
    public static SuccessCriterion TimingAdjustable { get; } = Find("2.2.1");
    public static SuccessCriterion PauseStopHide { get; } = Find("2.2.2");
    public static SuccessCriterion ThreeFlashes { get; } = Find("2.3.1");
    public static SuccessCriterion BypassBlocks { get; } = Find("2.4.1");
    public static SuccessCriterion PageTitled { get; } = Find("2.4.2");
    public static SuccessCriterion FocusOrder { get; } = Find("2.4.3");
    public static SuccessCriterion LinkPurpose { get; } = Find("2.4.4");
    public static SuccessCriterion MultipleWays { get; } = Find("2.4.5");
    public static SuccessCriterion HeadingsAndLabels { get; } = Find("2.4.6");
    public static SuccessCriterion FocusVisible { get; } = Find("2.4.7");
    public static SuccessCriterion PointerGestures { get; } = Find("2.5.1");
    public static SuccessCriterion PointerCancellation { get; } = Find("2.5.2");
    public static SuccessCriterion LabelInName { get; } = Find("2.5.3");
    public static SuccessCriterion Dragging { get; } = Find("2.5.7");
    public static SuccessCriterion LanguageOfPage { get; } = Find("3.1.1");
    public static SuccessCriterion LanguageOfParts { get; } = Find("3.1.2");
    public static SuccessCriterion ReadingLevel { get; } = Find("3.1.5");
    public static SuccessCriterion OnFocus { get; } = Find("3.2.1");
    public static SuccessCriterion OnInput { get; } = Find("3.2.2");
    public static SuccessCriterion ConsistentNavigation { get; } = Find("3.2.3");
    public static SuccessCriterion ConsistentIdentification { get; } = Find("3.2.4");
    public static SuccessCriterion ChangeOnRequest { get; } = Find("3.2.5");
    public static SuccessCriterion ConsistentHelp { get; } = Find("3.2.6");
    public static SuccessCriterion ErrorIdentification { get; } = Find("3.3.1");
    public static SuccessCriterion LabelsOrInstructions { get; } = Find("3.3.2");
    public static SuccessCriterion ErrorSuggestion { get; } = Find("3.3.3");
    public static SuccessCriterion RedundantEntry { get; } = Find("3.3.7");
    public static SuccessCriterion AccessibleAuthentication { get; } = Find("3.3.8");
    public static SuccessCriterion Parsing { get; } = Find("4.1.1");
    public static SuccessCriterion NameRoleValue { get; } = Find("4.1.2");

    private static SuccessCriterion Find(string number) =>
        CriteriaSet.All.Select(set => set.Find(number)).First(criterion => criterion is not null)!;
}
