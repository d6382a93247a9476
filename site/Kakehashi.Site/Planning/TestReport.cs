using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Site.Planning;

/// <summary>One test judged by one edition of the standard, at the address where it is published.</summary>
/// <param name="Address">Root-relative, with a trailing slash.</param>
/// <param name="Conclusion">As of today; the day on which it becomes outdated is noted by the clock.</param>
public sealed record TestReport(ConformanceTest Test, Conclusion Conclusion, string Address)
{
    /// <summary>Where the newest results stand.</summary>
    public const string Root = "/accessibility/results/";

    static readonly (CriteriaSet Set, string Step)[] Editions = [(CriteriaSet.Jis2016, ""), (CriteriaSet.Wcag22, "wcag22/")];

    /// <summary>What may be said; derived.</summary>
    public Claim Claim => Claim.Of(Conclusion);

    /// <summary>Every address that the reports of a programme take.</summary>
    public static IEnumerable<string> Addresses(IReadOnlyList<ConformanceTest> tests) =>
        from test in tests
        from edition in Editions
        select AddressOf(tests, test) + edition.Step;

    /// <summary>Reports of every test by every edition: the one in force first, then newest first; editions in their order.</summary>
    /// <param name="tests">One for each fiscal year.</param>
    /// <param name="isPublished">Whether a root-relative address is a page of the site.</param>
    public static IReadOnlyList<TestReport> All(IReadOnlyList<ConformanceTest> tests, SiteClock clock, Func<string, bool> isPublished) =>
    [
        .. from test in tests.OrderByDescending(test => test == InForce(tests)).ThenByDescending(test => test.FiscalYear)
           from edition in Editions
           select new TestReport(test, Conclusion.Of(test, edition.Set, clock.TodayUntil(test.OverdueFrom), isPublished), AddressOf(tests, test) + edition.Step),
    ];

    /// <summary>The newest one that was stated; before any was, the newest.</summary>
    static ConformanceTest? InForce(IReadOnlyList<ConformanceTest> tests) =>
        tests.OrderByDescending(test => test.StatedOn is not null).ThenByDescending(test => test.FiscalYear).FirstOrDefault();

    static string AddressOf(IReadOnlyList<ConformanceTest> tests, ConformanceTest test) =>
        test == InForce(tests) ? Root : $"{Root}{Planning.Address.Year(test.FiscalYear)}/";
}
