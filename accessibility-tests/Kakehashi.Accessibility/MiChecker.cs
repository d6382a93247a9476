namespace Kakehashi.Accessibility;

/// <summary>The four classes in which miChecker, the ministry's own checker, reports.</summary>
public enum MiChecker
{
    /// <summary>問題あり</summary>
    Problem,

    /// <summary>問題の可能性大</summary>
    LikelyProblem,

    /// <summary>要判断箇所</summary>
    NeedsJudgement,

    /// <summary>手動確認</summary>
    ManualCheck,
}
