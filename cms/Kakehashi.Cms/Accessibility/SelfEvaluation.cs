using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;

namespace Kakehashi.Cms.Accessibility;

/// <summary>How far something is done; its number is its points.</summary>
public enum Attainment
{
    [Label("できていない")] None,
    [Label("一部できている")] Partly,
    [Label("できている")] Done,
}

/// <summary>What the secretariat answered to one item in one fiscal year.</summary>
public sealed class EvaluationAnswer
{
    public required int FiscalYear { get; init; }

    /// <summary><see cref="EvaluationItem.Id"/>.</summary>
    public required string Item { get; init; }

    public required Attainment Attainment { get; set; }

    /// <summary>根拠: where it can be seen; never empty.</summary>
    public required string Evidence { get; set; }

    public required Guid AccountId { get; set; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; set; }
}

/// <summary>One item of the 取組確認・評価表.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Label">Short name.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Derive">What the system says itself; null = the secretariat answers.</param>
public sealed record EvaluationItem(string Id, string Label, string Question, Func<EvaluationFacts, (Attainment Attainment, string Evidence)>? Derive = null);

/// <summary>What the system knows of a fiscal year.</summary>
/// <param name="Test">The year's test; null = none was begun.</param>
/// <param name="PublishedOn">Day on which its results were last published; null = not yet.</param>
/// <param name="Policy">アクセシビリティ方針 in force, which the site always shows.</param>
/// <param name="Today">Day in Japan.</param>
public sealed record EvaluationFacts(ConformanceTest? Test, DateOnly? PublishedOn, AccessibilitySettings Policy, DateOnly Today);

/// <summary>An item with its answer.</summary>
/// <param name="Attainment">Null = not answered.</param>
/// <param name="Evidence">Empty where nothing was answered.</param>
/// <param name="Answer">As typed; null for what the system says and for what is not answered.</param>
public sealed record EvaluationRow(EvaluationItem Item, Attainment? Attainment, string Evidence, EvaluationAnswer? Answer)
{
    public int Points => (int)(Attainment ?? Accessibility.Attainment.None);
}

/// <summary>ウェブアクセシビリティ取組確認・評価表: ten items with two points each, after what the Ministry of Internal Affairs and Communications asks of bodies every year (「みんなの公共サイト運用ガイドライン」), in own words.</summary>
public static class SelfEvaluation
{
    /// <summary>Sum of all points.</summary>
    public const int Full = 20;

    /// <summary>Filled in at the beginning of the year.</summary>
    public const string PlanItem = "plan";

    /// <summary>In the order to show them.</summary>
    public static IReadOnlyList<EvaluationItem> Items { get; } =
    [
        new("policy", "方針", "ウェブアクセシビリティ方針を公開し、対象の範囲、目標の適合レベル、期限が今の状態と合っていますか。", Policy),
        new(PlanItem, "年度の計画", "年度の初めに方針を確かめ、その年度に行うこと（研修、試験、改善）と時期を決めましたか。"),
        new("office", "体制", "責任者と担当する部署を決め、部署や委託先の役割を文書にしていますか。"),
        new("training", "研修", "サイトに関わる職員に、その年度に研修を行いましたか。新しく担当になった職員も受けていますか。"),
        new("procurement", "調達", "作成や改修を外部に頼むとき、仕様書に適合レベルと試験を書き、検収で確かめていますか。"),
        new("check", "公開前の確認", "ページを公開する前に、アクセシビリティの誤りがないか確かめていますか。",
            _ => (Attainment.Done, "架け橋が、提出、承認、公開のたびに検査し、誤りのあるページを公開しません。")),
        new("test", "試験", "その年度に、JIS X 8341-3:2016に基づく試験を行いましたか。", Test),
        new("results", "試験結果の公開", "その年度の試験の結果を、サイトで公開しましたか。", Results),
        new("mending", "改善", "満たしていない達成基準について、今後の対応と期限を決めていますか。", Mending),
        new("feedback", "意見への対応", "利用する方からアクセシビリティの意見を受ける窓口を案内し、届いた意見を改善に生かしていますか。"),
    ];

    /// <summary>Every item with what is known of it.</summary>
    public static IReadOnlyList<EvaluationRow> Of(EvaluationFacts facts, IEnumerable<EvaluationAnswer> answers)
    {
        var typed = answers.ToDictionary(answer => answer.Item, StringComparer.Ordinal);
        return [.. Items.Select(item => item.Derive is { } derive ? Derived(item, derive(facts))
            : typed.TryGetValue(item.Id, out var answer) ? new EvaluationRow(item, answer.Attainment, answer.Evidence, answer) : new EvaluationRow(item, null, "", null))];
    }

    static EvaluationRow Derived(EvaluationItem item, (Attainment Attainment, string Evidence) said) => new(item, said.Attainment, said.Evidence, null);

    static (Attainment, string) Policy(EvaluationFacts facts)
    {
        List<string> over =
        [
            .. facts.Policy.Deadlines.Where(one => one.Until < facts.Today).Select(one => one.What), .. facts.Policy.Exclusions.Where(one => one.Until < facts.Today).Select(one => one.What),
            .. facts.Policy.Problems.Where(one => one.Until < facts.Today).Select(one => one.What),
        ];
        return over.Count == 0
            ? (Attainment.Done, "方針のページを公開しています。期限を過ぎたことはありません。")
            : (Attainment.Partly, $"方針のページを公開していますが、期限を過ぎたことがあります。「事業の設定」で直してください：{string.Join("、", over)}");
    }

    static (Attainment, string) Test(EvaluationFacts facts) => facts.Test switch
    {
        null => (Attainment.None, "この年度の試験を始めていません。"),
        { EndedOn: null } test => (Attainment.Partly, $"{JapaneseTime.Words(test.StartedOn)}に始め、続いています。"),
        { EndedOn: { } ended } test => (Attainment.Done, $"{JapaneseTime.Words(test.StartedOn)}から{JapaneseTime.Words(ended)}まで、{test.Sample.Pages.Count()}ページを試験しました。"),
    };

    static (Attainment, string) Results(EvaluationFacts facts) =>
        facts.PublishedOn is { } on ? (Attainment.Done, $"{JapaneseTime.Words(on)}に公表しました。") : (Attainment.None, "この年度の試験の結果を公表していません。");

    static (Attainment, string) Mending(EvaluationFacts facts)
    {
        if (facts.Test is not { } test) return (Attainment.None, "この年度の試験を始めていません。");
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
