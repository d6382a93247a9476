namespace Kakehashi.Accessibility.Evidence;

/// <summary>One item of the 取組確認・評価表. What is asked follows the work that the Ministry of Internal Affairs and Communications expects of public bodies every year (「みんなの公共サイト運用ガイドライン」), in own words; it is not the ministry's form.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Section">Heading that it stands below.</param>
/// <param name="Label">Short name.</param>
/// <param name="Question">What is asked.</param>
/// <param name="IsDerived">A record answers it, nobody types the answer.</param>
public sealed record EvaluationItem(string Id, string Section, string Label, string Question, bool IsDerived = false)
{
    /// <summary>Points that one item may bring.</summary>
    public const int Most = (int)Attainment.Done;

    /// <summary>Sum of all points.</summary>
    public const int Full = 20;

    /// <summary>Answered at the beginning of the year.</summary>
    public const string Plan = "plan";

    private const string Direction = "方針と計画", Staff = "体制と職員", Testing = "確認と試験", Openness = "公開と改善";

    /// <summary>In the order to show them; sections stand together.</summary>
    public static IReadOnlyList<EvaluationItem> All { get; } =
    [
        new("policy", Direction, "方針", "ウェブアクセシビリティ方針を公開し、対象の範囲、目標の適合レベル、期限が今の状態と合っていますか。", true),
        new(Plan, Direction, "年度の計画", "年度の初めに方針を確かめ、その年度に行うこと（研修、試験、改善）と時期を決めましたか。"),
        new("office", Staff, "体制", "責任者と担当する部署を決め、部署や委託先の役割を文書にしていますか。"),
        new("training", Staff, "研修", "サイトに関わる職員に、その年度に研修を行いましたか。新しく担当になった職員も受けていますか。"),
        new("procurement", Staff, "調達", "作成や改修を外部に頼むとき、仕様書に適合レベルと試験を書き、検収で確かめていますか。"),
        new("check", Testing, "公開前の確認", "ページを公開する前に、アクセシビリティの誤りがないか確かめていますか。", true),
        new("test", Testing, "試験", "その年度に、JIS X 8341-3:2016に基づく試験を行いましたか。", true),
        new("results", Openness, "試験結果の公開", "その年度の試験の結果を、サイトで公開しましたか。", true),
        new("mending", Openness, "改善", "満たしていない達成基準について、今後の対応と期限を決めていますか。", true),
        new("feedback", Openness, "意見への対応", "利用する方からアクセシビリティの意見を受ける窓口を案内し、届いた意見を改善に生かしていますか。"),
    ];

    /// <returns>Null when there is no such item.</returns>
    public static EvaluationItem? Find(string id) => All.FirstOrDefault(item => item.Id == id);
}
