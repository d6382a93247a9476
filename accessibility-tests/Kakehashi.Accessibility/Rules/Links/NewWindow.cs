using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Links;

/// <summary>A link that opens a new window says so.</summary>
public sealed partial class NewWindow() : PageRule("new-window", Criteria.ChangeOnRequest, Weight.Warning, MiChecker.LikelyProblem,
    "新しいウインドウで開くことが書かれていません。同じウインドウで開くか、リンクに「（別ウインドウで開きます）」と書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<a href=\"https://pref.example/\" target=\"_blank\">見本県</a>", line: 2),
        Example.Good("<a href=\"https://pref.example/\" target=\"_blank\">見本県（別ウインドウで開きます）</a><a href=\"/x/\" target=\"_self\">課題</a>"),
        Example.Good("<a href=\"https://pref.example/\" target=\"_blank\">見本県 <img src=\"w.svg\" alt=\"新しいタブで開く\"></a>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("target").Where(link => link.LocalName is "a" or "area" && link.HasAttribute("href")
            && string.Equals(link.GetAttribute("target"), "_blank", StringComparison.OrdinalIgnoreCase)
            && !Says().IsMatch(page.NameOf(link))).Select(Fault.At);

    [GeneratedRegex("(別|新しい|新規|別の)(ウ[イィ]ンドウ|タブ|画面)|new (window|tab)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Says();
}
