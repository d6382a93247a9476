using System.Globalization;
using System.Text.RegularExpressions;

namespace Kakehashi.Content.Folder;

/// <summary>Mistakes in the policy's settings that only their meaning shows.</summary>
static partial class AccessibilityCheck
{
    // Computed from tests; whoever types it here would promise what nobody has found out (対応度表記ガイドライン 2021年4月版).
    const string Derived = "準拠";

    /// <summary>Where in the settings, and what to do; in order.</summary>
    public static IEnumerable<(string At, string Message)> Check(AccessibilitySettings settings)
    {
        foreach (var (at, text) in Texts(settings))
            if (string.IsNullOrWhiteSpace(text)) yield return (at, "「accessibility」に空の項目があります。文を書くか、行を消してください。");
            else if (text.Contains(Derived, StringComparison.Ordinal)) yield return (at, $"「accessibility」の文に「{Derived}」とは書けません。試験の結果から自動で決まります。「満たす」「目標とする」などのことばで書いてください。");
        for (var i = 0; i < settings.Added.Count; i++)
            if (settings.Added[i].Criterion is { } number && !CriterionNumber().IsMatch(number))
                yield return (Index("added", i), $"達成基準の番号「{number}」を、1.4.6 のように3つの数字で書いてください。");
        if (settings.Section.Length > 0 && !Slug.IsValid(settings.Section))
            yield return ("section", $"「accessibility」の section「{settings.Section}」は、担当窓口（sections）の名前にしてください。{Slug.Rule}");
        if (OutOfOrder(settings.Deadlines.Select(deadline => deadline.Until)) is { } deadline)
            yield return (Index("deadlines", deadline), "「accessibility」の deadlines を、日付の早い順に並べてください。");
        if (OutOfOrder(settings.History.Select(change => change.On)) is { } change)
            yield return (Index("history", change), "「accessibility」の history を、日付の早い順に並べてください。");
    }

    static IEnumerable<(string At, string Text)> Texts(AccessibilitySettings settings) =>
    [
        .. new[] { ("lead", settings.Lead), ("scope", settings.Scope) }.Where(pair => pair.Item2.Length > 0),
        .. settings.Deadlines.Select((deadline, i) => (Index("deadlines", i), deadline.What)),
        .. settings.Added.Select((added, i) => (Index("added", i), added.What)),
        .. settings.Exclusions.SelectMany((exclusion, i) => new[] { exclusion.What, exclusion.Reason, exclusion.Alternative }.Select(text => (Index("exclusions", i), text))),
        .. settings.Problems.SelectMany((problem, i) => new[] { problem.What, problem.Plan }.Select(text => (Index("problems", i), text))),
        .. settings.History.Select((change, i) => (Index("history", i), change.What)),
    ];

    static int? OutOfOrder(IEnumerable<DateOnly> days)
    {
        var list = days.ToList();
        var found = Enumerable.Range(1, Math.Max(0, list.Count - 1)).FirstOrDefault(i => list[i] < list[i - 1]);
        return found == 0 ? null : found;
    }

    static string Index(string key, int i) => string.Create(CultureInfo.InvariantCulture, $"{key}[{i}]");

    [GeneratedRegex(@"^[1-4]\.[1-9]\.[1-9][0-9]?$")]
    private static partial Regex CriterionNumber();
}
