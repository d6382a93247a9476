namespace Kakehashi.Accessibility.Evidence;

/// <summary>一連の手順: pages that follow one another until something is done, tested as a whole (JIS X 8341-3:2016 5.1.3).</summary>
/// <param name="Name">What is done.</param>
/// <param name="Steps">In order; never empty.</param>
public sealed record PageProcess(string Name, IReadOnlyList<ProcessStep> Steps);

/// <summary>One page of a process.</summary>
/// <param name="Page">Root-relative address; what a form answers after sending has no address of its own and is told apart by a fragment.</param>
/// <param name="Label">Japanese: which step it is.</param>
/// <param name="Way">Japanese: how to get there.</param>
public sealed record ProcessStep(string Page, string Label, string Way);
