namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>Focus alone changes nothing.</summary>
public sealed class FocusHandler() : PageRule("focus-handler", Criteria.OnFocus, Weight.Error, MiChecker.LikelyProblem,
    "フォーカスしただけで動くものがあります。onfocus での移動や、フォーカスを外す動きをやめてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<label>分野 <input onfocus=\"window.open('/help/')\"></label>", line: 2),
        Example.Bad("<a href=\"/issues/\" onfocus=\"this.blur()\">課題を見る</a>"),
        Example.Good("<label>分野 <input onfocus=\"count()\"></label>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("onfocus").Where(element => element.GetAttribute("onfocus") is { } script
            && (ChangeHandler.Moves().IsMatch(script) || script.Contains("blur(", StringComparison.Ordinal) || script.Contains("alert(", StringComparison.Ordinal))).Select(Fault.At);
}
