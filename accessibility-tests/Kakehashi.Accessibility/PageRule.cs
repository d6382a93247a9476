namespace Kakehashi.Accessibility;

/// <summary>A rule that one page alone can keep or break. Rules hold no state: one instance serves all threads.</summary>
public abstract class PageRule(string id, SuccessCriterion? criterion, Weight weight, MiChecker @class, string message)
    : Rule(id, criterion, weight, @class, message)
{
    /// <summary>HTML that breaks the rule and HTML that does not; test and documentation at once.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>The places where the page breaks the rule, in document order.</summary>
    public abstract IEnumerable<Fault> Check(Page page);
}
