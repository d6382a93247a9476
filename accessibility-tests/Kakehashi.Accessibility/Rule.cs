namespace Kakehashi.Accessibility;

/// <summary>Something that every page must keep to.</summary>
/// <param name="id">Lower-case words joined by hyphens; unique among all rules and never reused.</param>
/// <param name="criterion">What the rule proves; null for a habit of Japanese public sites without a criterion.</param>
/// <param name="weight">What a finding means for publication.</param>
/// <param name="class">Where miChecker would list it.</param>
/// <param name="message">Japanese: what is wrong and how to mend it.</param>
public abstract class Rule(string id, SuccessCriterion? criterion, Weight weight, MiChecker @class, string message)
{
    public string Id { get; } = id;

    public SuccessCriterion? Criterion { get; } = criterion;

    public Weight Weight { get; } = weight;

    public MiChecker Class { get; } = @class;

    public string Message { get; } = message;
}
