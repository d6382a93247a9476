namespace Kakehashi.Accessibility.Evidence;

/// <summary>What somebody or something found about one criterion (an <c>earl:Assertion</c>).</summary>
/// <param name="Page">Root-relative address; null = the whole site, for criteria that are judged once.</param>
/// <param name="Criterion">Number, for example 1.4.3.</param>
/// <param name="Mode">How it was found.</param>
/// <param name="Outcome">Never <see cref="Outcome.Untested"/>.</param>
/// <param name="By">Tool with its version, or the part that the judge played; never the name of a person.</param>
/// <param name="On">Day in Japan.</param>
/// <param name="Note">Japanese: what is wrong, or why it is right; null = nothing to say.</param>
public sealed record Assertion(string? Page, string Criterion, TestMode Mode, Outcome Outcome, string By, DateOnly On, string? Note = null)
{
    /// <summary>By criterion, page and mode, so that the same findings are always written alike.</summary>
    public static IComparer<Assertion> ByCriterion { get; } = Comparer<Assertion>.Create((a, b) =>
        Version.Parse(a.Criterion).CompareTo(Version.Parse(b.Criterion)) is not 0 and var criterion ? criterion
        : Compare(a.Page ?? "", b.Page ?? "") is not 0 and var page ? page
        : a.Mode != b.Mode ? a.Mode.CompareTo(b.Mode)
        : a.On != b.On ? a.On.CompareTo(b.On)
        : Compare(a.By, b.By));

    private static int Compare(string a, string b) => string.CompareOrdinal(a, b);
}

/// <summary>Who finds a breach and who judges it, as checklists after JIS X 8341-3:2016 JB.2 write it.</summary>
public enum TestMode
{
    /// <summary>AC: a machine finds and judges.</summary>
    Automatic,

    /// <summary>AF: a machine finds, a person judges.</summary>
    SemiAutomatic,

    /// <summary>HC: a person finds and judges.</summary>
    Manual,
}

/// <summary>Result for one criterion.</summary>
public enum Outcome
{
    /// <summary>適合</summary>
    Passed,

    /// <summary>不適合</summary>
    Failed,

    /// <summary>適用なし: the page has nothing that the criterion is about; counts as met.</summary>
    Inapplicable,

    /// <summary>未試験</summary>
    Untested,
}
