using Kakehashi.Content;

namespace Kakehashi.Site.Planning;

/// <summary>Everything that the site consists of at an instant.</summary>
/// <param name="Today">That day in Japan.</param>
/// <param name="Program">Whose site it is.</param>
/// <param name="Routes">Files in ordinal order of their paths; unique.</param>
/// <param name="NextChange">When the clock alone will change the plan; null = never.</param>
/// <param name="Problems">Two routes that claim one file; nothing may be published while there is any.</param>
public sealed record SitePlan(DateOnly Today, ProgramSettings Program, IReadOnlyList<Route> Routes, DateTimeOffset? NextChange, IReadOnlyList<Problem> Problems);
