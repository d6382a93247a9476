namespace Kakehashi.Accessibility.Site;

/// <summary>A rule that only the pages of a site together can keep or break.</summary>
public abstract class SiteRule(string id, SuccessCriterion? criterion, Weight weight, MiChecker @class, string message)
    : Rule(id, criterion, weight, @class, message)
{
    public abstract IEnumerable<SiteFault> Check(BuiltSite site);
}

/// <summary>A place in a site where a rule is broken.</summary>
/// <param name="Line">1 or more.</param>
public readonly record struct SiteFault(SitePage Page, int Line, string Excerpt);
