using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kakehashi.Accessibility.Evidence;

/// <summary>試験: one test of a site, made once in a fiscal year, with everything that was found (JIS X 8341-3:2016 JB.1 to JB.3).</summary>
/// <param name="FiscalYear">Year in which the fiscal year began; one test for each.</param>
/// <param name="StartedOn">Day in Japan.</param>
/// <param name="EndedOn">Day in Japan; null while the test goes on.</param>
/// <param name="StatedOn">表明日; null while the results are not stated.</param>
/// <param name="Site">Origin of the tested site, with a trailing slash.</param>
/// <param name="PageCount">Pages of the site when the sample was drawn.</param>
/// <param name="Sample">Pages that were tested one by one.</param>
/// <param name="Tools">What tested by machine; may be empty.</param>
/// <param name="AssistiveTechnologies">What people tested with; may be empty.</param>
/// <param name="Technologies">Web technologies that the pages rely on, for example HTML.</param>
/// <param name="Testers">Who judged: offices or parts played, never names of people.</param>
/// <param name="Assertions">Every result, in any order; a later one on the same page, criterion and mode replaces an earlier one.</param>
/// <param name="Plans">What will be done about criteria that are not met; at most one for each criterion.</param>
public sealed record ConformanceTest(
    int FiscalYear,
    DateOnly StartedOn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? EndedOn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? StatedOn,
    Uri Site,
    int PageCount,
    PageSample Sample,
    IReadOnlyList<Tool> Tools,
    IReadOnlyList<AssistiveTechnology> AssistiveTechnologies,
    IReadOnlyList<string> Technologies,
    IReadOnlyList<string> Testers,
    [property: JsonConverter(typeof(AssertionGroups))] IReadOnlyList<Assertion> Assertions,
    IReadOnlyList<Plan> Plans)
{
    /// <summary>First day on which it is too old to speak about the site.</summary>
    [JsonIgnore]
    public DateOnly OverdueFrom => (EndedOn ?? StartedOn).AddYears(1).AddDays(1);

    /// <exception cref="JsonException">It is no test.</exception>
    public static ConformanceTest Read(string json) => EvidenceJson.Read<ConformanceTest>(json);

    /// <returns>The same text for the same test, whatever the order of its assertions.</returns>
    public string Write() => EvidenceJson.Write(this);
}

/// <summary>A checker or a program that looked at pages.</summary>
/// <param name="Name">As its makers write it.</param>
/// <param name="Version">As it says itself.</param>
/// <param name="Pages">Pages that it looked at.</param>
/// <param name="Failures">Failures that it found in all of them.</param>
public sealed record Tool(string Name, string Version, int Pages, int Failures);

/// <summary>支援技術, with what it ran on.</summary>
/// <param name="Name">For example NVDA.</param>
/// <param name="Version">Never empty: a result without a version proves nothing later.</param>
/// <param name="Browser">Name and version.</param>
/// <param name="System">Name and version of the operating system.</param>
public sealed record AssistiveTechnology(string Name, string Version, string Browser, string System);

/// <summary>今後の対応 for a criterion that is not met.</summary>
/// <param name="Criterion">Number, for example 1.4.3.</param>
/// <param name="Action">Japanese: what will be done.</param>
/// <param name="Due">Day in Japan by which.</param>
public sealed record Plan(string Criterion, string Action, DateOnly Due);
