namespace Kakehashi.Accessibility.Evidence;

/// <summary>対応度 in words. Only here is <see cref="Word"/> written, and only a conclusion that conforms gives it: nobody can type it.</summary>
public sealed class Claim
{
    /// <summary>What a site may call itself when everything is tested, met, stated and in date.</summary>
    public const string Word = "準拠";

    private const string Humble = "配慮";
    private const string Guideline = "「ウェブコンテンツのJIS X 8341-3:2016 対応度表記ガイドライン 2021年4月版」";

    private Claim(CriteriaSet set, bool conforms)
    {
        Degree = conforms ? Word : Humble;
        Sentence = set.IsNational
            ? $"{set.Name}に{Degree}しています。"
            : conforms ? $"{set.Name}の達成基準をすべて満たしています。" : $"{set.Name}の達成基準をすべて満たすことを目指しています。";
        Note = set.IsNational ? $"このページの「{Degree}」は、{Guideline}で定められた表記によります。このガイドラインは、情報通信アクセス協議会ウェブアクセシビリティ基盤委員会が定めたものです。" : null;
    }

    /// <summary>What the test of a site allows it to say.</summary>
    public static Claim Of(Conclusion conclusion) => new(conclusion.Set, conclusion.Conforms);

    /// <summary>What a site may say that was not tested yet.</summary>
    public static Claim Untested(CriteriaSet set) => new(set, conforms: false);

    /// <summary><see cref="Word"/> or 配慮.</summary>
    public string Degree { get; }

    /// <summary>A whole sentence, for example JIS X 8341-3:2016 適合レベルAAに配慮しています。</summary>
    public string Sentence { get; }

    /// <summary>By which guideline the degree is worded; null for editions that it is not about.</summary>
    public string? Note { get; }
}
