using System.Text.RegularExpressions;
using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Browser.Tests;

/// <summary>Chooses the pages that stand for the others: the longest of every kind, and the first page of every form of the programme.</summary>
static partial class Representatives
{
    // By the class of main, as the theme names its kinds; in the order to show them.
    private static readonly (string Kind, string Reason)[] Reasons =
    [
        ("home", "トップページ"),
        ("list", "一覧のページ（絞り込みとページ送り）"),
        ("article", "記事のページ"),
        ("issue", "課題のページ"),
        ("seed", "シーズのページ"),
        ("member", "会員のページ"),
        ("event", "イベントのページ"),
        ("survey", "アンケートのページ"),
        ("working-group", "ワーキンググループのページ"),
        ("support-measure", "支援制度のページ"),
        ("case-study", "取組事例のページ"),
        ("specialist", "専門人材のページ"),
        ("content-page", "固定ページ（文章と表）"),
        ("form-step", "フォームの入力の画面（最も項目の多いもの）"),
        ("form-message", "フォームのお知らせの画面"),
        ("accessibility-policy", "アクセシビリティ方針"),
        ("accessibility-results", "アクセシビリティの試験結果"),
        ("self-evaluation", "取組確認・評価表"),
        ("sitemap", "サイトマップ"),
        ("not-found", "ページが見つからないときの画面"),
    ];

    /// <param name="pages">Root-relative addresses with the source of each.</param>
    /// <returns>In the order of <see cref="Reasons"/>, kinds of other themes last by name; addresses unique.</returns>
    public static IReadOnlyList<RepresentativePage> Of(IEnumerable<(string Address, string Html)> pages)
    {
        var kinds = pages.GroupBy(page => KindOf(page.Html), StringComparer.Ordinal).ToList();
        var longest = kinds.OrderBy(kind => Order(kind.Key)).ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new RepresentativePage(kind.OrderByDescending(page => page.Html.Length).ThenBy(page => page.Address, StringComparer.Ordinal).First().Address, ReasonOf(kind.Key)));
        var forms = kinds.SelectMany(kind => kind).Select(page => page.Address).Where(address => Form().IsMatch(address)).Order(StringComparer.Ordinal)
            .Select(address => new RepresentativePage(address, "フォームの最初の画面"));
        return [.. longest.Concat(forms).DistinctBy(page => page.Page, StringComparer.Ordinal)];
    }

    /// <summary>Forms to go through to their end: those of the sample, and of each kind that stands below a subject the first.</summary>
    /// <param name="pages">Root-relative addresses of the site, ordinal.</param>
    public static IEnumerable<string> FormsOf(IReadOnlyList<string> pages, IEnumerable<string> sample) =>
        pages.Where(page => Subject().IsMatch(page)).GroupBy(page => page.Split('/')[2], StringComparer.Ordinal).Select(kind => kind.First())
            .Concat(sample.Where(page => Form().IsMatch(page) || Subject().IsMatch(page))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The main heading of a page; empty where it has none.</summary>
    public static string HeadingOf(string html) => System.Net.WebUtility.HtmlDecode(Heading().Match(html).Groups[1].Value);

    // The last class is the narrowest.
    private static string KindOf(string html) => MainClass().Match(html).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");

    private static int Order(string kind) => Array.FindIndex(Reasons, reason => reason.Kind == kind) is >= 0 and var found ? found : Reasons.Length;

    private static string ReasonOf(string kind) =>
        Reasons.FirstOrDefault(reason => reason.Kind == kind).Reason ?? (kind.Length == 0 ? "種類の名前がないページのうち最も長いもの" : $"「{kind}」という種類のページのうち最も長いもの");

    [GeneratedRegex("<main[^>]* class=\"([^\"]*)\"")]
    private static partial Regex MainClass();

    [GeneratedRegex("<h1[^>]*>([^<]*)</h1>")]
    private static partial Regex Heading();

    [GeneratedRegex("^/forms/[^/]+/[^/]+/$")]
    private static partial Regex Subject();

    [GeneratedRegex("^/forms/[^/]+/$")]
    private static partial Regex Form();
}
