using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Tests.Documentation;

/// <summary>A writing rule that was tried and left out.</summary>
/// <param name="Name">Japanese: what it looked for.</param>
/// <param name="Finds">Whether it would find something in a text.</param>
/// <param name="Why">Japanese: why it is no rule.</param>
internal sealed partial record Rejected(string Name, Predicate<string> Finds, string Why)
{
    public static IReadOnlyList<Rejected> All { get; } =
    [
        new("受身の文（「〜れる」「〜られる」）", text => Passive().IsMatch(text), "可能（受けられます）、尊敬（来られる）と形が同じで、文の意味が分からないと区別できません。受身のほうが自然な文も多くあります。"),
        new("漢字の割合（一文の5割以上）", text => text.Split('。').Any(sentence => sentence.Length >= 25 && Kanji().Count(sentence) * 2 >= sentence.Length), "見つかるのは施設や制度の名前の多い文で、分かりにくい役所の文（「〜に係る経費については」）は割合が低く、見つかりません。"),
        new("漢字が8字以上続く言葉", text => KanjiRow().IsMatch(text), "制度や団体の名前です。編集者は直せません。"),
        new("説明のないカタカナの言葉（4字以上）のすべて", text => Katakana().IsMatch(text), "「インターネット」のように、説明の要らない言葉が大半です。なじみの薄い言葉の表（unexplained-word）だけにしました。"),
        new("郵便番号のない住所のすべて", text => Address().IsMatch(text) && !text.Contains('〒', StringComparison.Ordinal), "会場や施設の住所は場所を示すもので、郵便番号は要りません。郵送先の住所（postal-code）だけにしました。"),
        new("年のない日付のすべて", text => Day().IsMatch(text), "毎年のことや、前の文に年のある日付が見つかります。催しや締切の日（missing-year）だけにしました。"),
    ];

    [GeneratedRegex("[さかたなばまらわが]れ(?:る|た|て|ま)|られ(?:る|た|て|ま)")]
    private static partial Regex Passive();

    [GeneratedRegex("[\u4E00-\u9FFF々]")]
    private static partial Regex Kanji();

    [GeneratedRegex("[\u4E00-\u9FFF々]{8,}")]
    private static partial Regex KanjiRow();

    [GeneratedRegex("[ァ-ヺー]{4,}(?!ー?[（(])")]
    private static partial Regex Katakana();

    [GeneratedRegex("[都道府県][^\\s、。]{1,8}[市区町村][^\\s。]{0,12}?[0-9]+(?:番地?|丁目|-[0-9]+)")]
    private static partial Regex Address();

    [GeneratedRegex("(?<![0-9年])[0-9]{1,2}月[0-9]{1,2}日")]
    private static partial Regex Day();
}
