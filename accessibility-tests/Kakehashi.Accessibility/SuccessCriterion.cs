namespace Kakehashi.Accessibility;

/// <summary>達成基準 of JIS X 8341-3:2016, numbered as in WCAG 2.0.</summary>
/// <param name="Number">For example 1.1.1.</param>
/// <param name="Name">Japanese name without its ending「の達成基準」.</param>
/// <param name="Level">適合レベル.</param>
public sealed record SuccessCriterion(string Number, string Name, ConformanceLevel Level);

/// <summary>適合レベル.</summary>
public enum ConformanceLevel
{
    A,
    AA,
    AAA,
}
