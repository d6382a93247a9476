using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Cms.Accessibility;

/// <summary>Newer findings of machines in a test that has begun.</summary>
public static class NewerEvidence
{
    const int Few = 3;
    const int MaxAddress = 60;

    /// <summary>Takes findings, tools and the size of the site from the newer file; dates, testers, technologies, plans and judgements stay.</summary>
    /// <param name="begun">The test as it stands, without judgements.</param>
    /// <param name="newer">As uploaded.</param>
    /// <param name="newSample">Take the newer sample as well.</param>
    /// <returns>The test after it, and in Japanese what changed.</returns>
    public static (ConformanceTest Test, string Said) Merge(ConformanceTest begun, ConformanceTest newer, bool newSample)
    {
        var (before, after) = (begun.Sample.Pages.ToList(), newer.Sample.Pages.ToList());
        var sample = newSample ? newer.Sample : begun.Sample;
        var kept = sample.Pages.ToHashSet(StringComparer.Ordinal);
        var test = begun with
        {
            Site = newer.Site,
            PageCount = newer.PageCount,
            Sample = sample,
            Tools = newer.Tools,
            Assertions = [.. newer.Assertions.Where(said => said.Page is null || kept.Contains(said.Page))],
        };
        return (test, $"機械の検査の結果を入れ替えました。人の判定はそのままです。{(newSample ? OfNewSample(before, after) : OfKeptSample(before, after))}");
    }

    static string OfNewSample(List<string> before, List<string> after) => (after.Except(before).ToList(), before.Except(after).ToList()) switch
    {
        ([], []) => "試験するページは変わりません。",
        (var added, var gone) => $"試験するページに{added.Count}ページが加わり、{gone.Count}ページが外れました。{(gone.Count > 0 ? $"外れたページ：{Names(gone)}。外れたページの判定は、記録に残りますが、結果に数えません。" : "")}",
    };

    static string OfKeptSample(List<string> before, List<string> after) => before.Except(after).ToList() is { Count: > 0 } missing
        ? $"試験するページのうち{missing.Count}ページは、新しい検査の結果にありません：{Names(missing)}。同じページを検査し直すか、「試験するページも入れ替える」を選んで読み込んでください。"
        : "試験するページは変わりません。";

    static string Names(List<string> pages) => string.Join("、", pages.Take(Few).Select(page => page.Length > MaxAddress ? page[..MaxAddress] + "…" : page)) + (pages.Count > Few ? $"ほか{pages.Count - Few}ページ" : "");
}
