using System.Globalization;

namespace Kakehashi.Accessibility.Rules.Operation;

/// <summary>Focus follows the order of the page.</summary>
public sealed class PositiveTabIndex() : PageRule("positive-tabindex", Criteria.FocusOrder, Weight.Error, MiChecker.LikelyProblem,
    "tabindex に1以上の値があります。移動の順序が入れ替わるので、0 にするか属性を消し、HTMLの順序を直してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文</p>\n<a href=\"/issues/\" tabindex=\"1\">課題を見る</a>", line: 2),
        Example.Bad("<button tabindex=\"20\">送る</button>"),
        Example.Good("<div tabindex=\"0\" role=\"region\" aria-label=\"日程の表\"></div><h2 tabindex=\"-1\">入力の誤り</h2>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("tabindex").Where(element => int.TryParse(element.GetAttribute("tabindex"), CultureInfo.InvariantCulture, out var order) && order > 0).Select(Fault.At);
}
