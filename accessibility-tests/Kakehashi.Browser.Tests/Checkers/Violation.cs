namespace Kakehashi.Browser.Tests;

/// <summary>One rule of one checker that one page breaks.</summary>
/// <param name="Rule">The checker's own id.</param>
/// <param name="Impact">minor to critical; null where the checker gives none.</param>
/// <param name="Help">In the checker's words.</param>
/// <param name="Places">Where on the page: selector or path, and the beginning of the HTML.</param>
sealed record Violation(string Rule, string? Impact, string Help, IReadOnlyList<string> Places)
{
    public override string ToString() => $"{Rule}{(Impact is null ? "" : $" ({Impact})")}: {Help}{string.Concat(Places.Take(5).Select(place => $"\n      {place}"))}";
}
