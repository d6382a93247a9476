using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;

namespace Kakehashi.Cms.Accessibility;

/// <summary>What the system knows of a fiscal year, and what follows from it for the items that nobody types.</summary>
/// <param name="Test">The year's test; null = none was begun.</param>
/// <param name="PublishedOn">Day on which its results were last published; null = not yet.</param>
/// <param name="Policy">アクセシビリティ方針 in force, which the site always shows.</param>
/// <param name="Now">Instant of the answers.</param>
public sealed record EvaluationFacts(ConformanceTest? Test, DateOnly? PublishedOn, AccessibilitySettings Policy, DateTimeOffset Now)
{
    /// <summary>Who answers where the system does.</summary>
    public const string Record = "架け橋の記録";

    /// <param name="item">A derived one.</param>
    public ItemAnswer AnswerTo(EvaluationItem item)
    {
        var (attainment, evidence) = item.Id switch
        {
            "policy" => OfPolicy(),
            "check" => (Attainment.Done, "架け橋が、提出、承認、公開のたびに検査し、誤りのあるページを公開しません。"),
            "test" => OfTest(),
            "results" => PublishedOn is { } on ? (Attainment.Done, $"{JapaneseTime.Words(on)}に公表しました。") : (Attainment.None, "この年度の試験の結果を公表していません。"),
            "mending" => OfMending(),
            _ => throw new ArgumentOutOfRangeException(nameof(item), item.Id, null),
        };
        return new ItemAnswer(item.Id, attainment, evidence, Record, Now.ToOffset(JapaneseTime.Offset));
    }

    (Attainment, string) OfPolicy()
    {
        var today = JapaneseTime.DateOf(Now);
        List<string> over =
        [
            .. Policy.Deadlines.Where(one => one.Until < today).Select(one => one.What), .. Policy.Exclusions.Where(one => one.Until < today).Select(one => one.What),
            .. Policy.Problems.Where(one => one.Until < today).Select(one => one.What),
        ];
        return over.Count == 0
            ? (Attainment.Done, "方針のページを公開しています。期限を過ぎたことはありません。")
            : (Attainment.Partly, $"方針のページを公開していますが、期限を過ぎたことがあります：{string.Join("、", over)}");
    }

    (Attainment, string) OfTest() => Test switch
    {
        null => (Attainment.None, "この年度の試験を始めていません。"),
        { EndedOn: null } test => (Attainment.Partly, $"{JapaneseTime.Words(test.StartedOn)}に始め、続いています。"),
        { EndedOn: { } ended } test => (Attainment.Done, $"{JapaneseTime.Words(test.StartedOn)}から{JapaneseTime.Words(ended)}まで、{test.Sample.Pages.Count()}ページを試験しました。"),
    };

    (Attainment, string) OfMending()
    {
        if (Test is not { } test) return (Attainment.None, "この年度の試験を始めていません。");
        var failed = StatedEditions.FailedIn(test);
        var planned = failed.Count(criterion => criterion.Plan is not null);
        return (failed.Count, planned) switch
        {
            (0, _) => (Attainment.Done, "満たしていない達成基準はありません。"),
            _ when planned == failed.Count => (Attainment.Done, $"満たしていない達成基準{failed.Count}のすべてに、対応と期限があります。"),
            (_, 0) => (Attainment.None, $"満たしていない達成基準{failed.Count}に、対応と期限がありません。"),
            _ => (Attainment.Partly, $"満たしていない達成基準{failed.Count}のうち{planned}に、対応と期限があります。"),
        };
    }
}
