namespace Kakehashi.Accessibility;

/// <summary>達成基準, numbered as in WCAG.</summary>
/// <param name="Number">For example 1.1.1.</param>
/// <param name="Name">Japanese name without its ending「の達成基準」.</param>
/// <param name="Level">適合レベル.</param>
/// <param name="Browser">Japanese: what tests in a running browser find out; null where a browser adds nothing.</param>
/// <param name="Person">Japanese: what only a person can judge; null where nothing is left to people.</param>
/// <param name="Applies">CSS selector of what the criterion is about: a page without any has nothing to test; null = it is about every page.</param>
/// <param name="Once">Whether it is judged once for the whole site, not page by page.</param>
/// <param name="Techniques">Numbers of the techniques by which the theme meets it, as in "Techniques for WCAG", for example H37; null = none named.</param>
public sealed record SuccessCriterion(
    string Number,
    string Name,
    ConformanceLevel Level,
    string? Browser = null,
    string? Person = null,
    string? Applies = null,
    bool Once = false,
    IReadOnlyList<string>? Techniques = null)
{
    /// <summary>The rules that look for breaches of it; may be empty.</summary>
    public IEnumerable<Rule> Rules => RuleSet.All.Where(rule => rule.Criterion?.Number == Number);
}

/// <summary>適合レベル.</summary>
public enum ConformanceLevel
{
    A,
    AA,
    AAA,
}
