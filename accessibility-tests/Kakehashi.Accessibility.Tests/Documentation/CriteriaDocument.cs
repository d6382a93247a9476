using System.Text;

namespace Kakehashi.Accessibility.Tests.Documentation;

/// <summary>docs/accessibility/criteria.md: which rule covers which criterion, and what is left to browsers and people.</summary>
internal static class CriteriaDocument
{
    public static string Write()
    {
        var text = new StringBuilder("# 達成基準と検査の方法\n\nこのページは、達成基準の一覧（`accessibility-tests/Kakehashi.Accessibility/Criteria`）と規則から作られます。規格の改正には、一覧のファイルを足して対応します。\n");
        foreach (var set in CriteriaSet.All)
        {
            var (rules, browser, people) = (set.Criteria.Where(HasRule).ToList(), set.Criteria.Where(criterion => criterion.Browser is not null).ToList(), set.Criteria.Where(criterion => criterion.Person is not null).ToList());
            text.Append($"\n## {set.Name}（{set.Criteria.Count}件）\n\n規則が見るのは{rules.Count}件、ブラウザーで試すのは{browser.Count}件、人が判断するのは{people.Count}件です。規則だけで終わるのは{set.Criteria.Count(criterion => HasRule(criterion) && criterion.Browser is null && criterion.Person is null)}件です。\n\n")
                .Append("| 達成基準 | 規則 | ブラウザーで試すこと | 人が判断すること |\n| --- | --- | --- | --- |\n");
            foreach (var criterion in set.Criteria)
                text.Append($"| {Wording.Of(criterion)} | {Rules(criterion)} | {criterion.Browser ?? "-"} | {criterion.Person ?? "-"} |\n");
        }
        return text.ToString();
    }

    private static bool HasRule(SuccessCriterion criterion) => criterion.Rules.Any();

    private static string Rules(SuccessCriterion criterion) =>
        HasRule(criterion) ? string.Join("、", criterion.Rules.Select(rule => $"[{rule.Id}](rules.md#{rule.Id})")) : "-";
}
