using Kakehashi.Content;

namespace Kakehashi.Site.Publishing;

/// <summary>How one run ended.</summary>
/// <param name="Result">What was published; null when the content's mistakes or a fault prevented it.</param>
/// <param name="Problems">Mistakes in the content, in order; empty when there are none.</param>
/// <param name="Fault">What the operator has to know, in Japanese; null = none.</param>
public sealed record Outcome(BuildResult? Result, IReadOnlyList<Problem> Problems, string? Fault = null)
{
    /// <summary>Everything is published.</summary>
    public bool Succeeded => Result is { Succeeded: true };
}
