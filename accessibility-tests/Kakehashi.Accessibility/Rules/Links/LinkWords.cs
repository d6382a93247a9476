using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Links;

/// <summary>A link's own words say where it leads.</summary>
public sealed partial class LinkWords() : PageRule("link-words", Criteria.LinkPurpose, Weight.Error, MiChecker.LikelyProblem,
    "リンクの言葉だけでは行き先が分かりません。「こちら」「詳細」「PDF」やURLではなく、行き先のページや資料の名前をリンクにしてください。")
{
    private const int LongestEmptyPhrase = 20;

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>申込みは\n<a href=\"/contact/\">こちら</a></p>", line: 2),
        Example.Bad("<a href=\"/contact/\">詳しくはこちら</a>"),
        Example.Bad("<a href=\"/contact/\">もっと見る &gt;</a>"),
        Example.Bad("<a href=\"/forms/\">ダウンロード</a>"),
        Example.Bad("<a href=\"/contact/\">【詳細】</a>"),
        Example.Bad("<a href=\"https://pref.example/\">https://pref.example/</a>"),
        Example.Good("<a href=\"/contact/\">お問い合わせ</a><a href=\"/events/kick-off/\">キックオフの詳細</a><a href=\"mailto:a@pref.example\">a@pref.example</a>"),
        Example.Good("<a href=\"/x/\" aria-label=\"課題の一覧をもっと見る\">もっと見る</a>"),
        Example.Good("<a href=\"#links\">リンク</a><h2 id=\"links\">リンク</h2>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Links.Where(link => page.NameOf(link) is { Length: > 0 } words && SaysNothing(words) && !RepeatsItsHeading(link, words, page)).Select(Fault.At);

    private static bool SaysNothing(string words) =>
        (words.Length <= LongestEmptyPhrase || words.Contains("://", StringComparison.Ordinal)) && EmptyPhrase().IsMatch(words);

    // A table of contents says what the headings say: 「リンク」 is a fair heading of a site policy.
    private static bool RepeatsItsHeading(IElement link, string words, Page page) =>
        link.GetAttribute("href") is ['#', .. var fragment] && page.Ids.TryGetValue(Uri.UnescapeDataString(fragment), out var bearers) && Words.Of(bearers[0]) == words;

    [GeneratedRegex("""
        ^[\s「『【（(［\[＜<>＞»→⇒▶・…]*
        ( (詳細|詳しく|申込み|申し込み|お申込み|くわしく)?は?(こちら|コチラ|こちらから|こちらへ|こちらをクリック|ここ|ココ|ここをクリック)(です|へ|から)?
        | (詳細|詳しく|詳しくは|くわしく|くわしくは|続き|続きを読む|続きはこちら|もっと見る|もっと読む|詳細を見る|詳細はこちら|一覧|一覧へ|クリック|リンク|開く|見る|参照|ダウンロード)
        | (PDF|Word|Excel|エクセル|ワード|ファイル|URL|HP|ホームページ|link|here|click\ here|more|read\ more|details?)(形式|ファイル|版)?
        | https?://\S+
        )
        [\s」』】）)］\]＞><»→⇒▶。．.！!…]*$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EmptyPhrase();
}
