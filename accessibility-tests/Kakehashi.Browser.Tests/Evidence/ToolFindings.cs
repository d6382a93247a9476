namespace Kakehashi.Browser.Tests;

/// <summary>What one tool says about one page, by criterion.</summary>
/// <param name="Tool">Name and version.</param>
/// <param name="Covers">Numbers of the criteria that it has rules for.</param>
/// <param name="Failures">What it holds to be wrong; empty when nothing is.</param>
sealed record ToolFindings(string Tool, IReadOnlySet<string> Covers, IReadOnlyList<CriterionFailure> Failures);

/// <param name="Criterion">Number, for example 1.4.3.</param>
/// <param name="Rule">The tool's own name of the rule.</param>
/// <param name="Places">1 or more.</param>
sealed record CriterionFailure(string Criterion, string Rule, int Places);
