namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>The label of a field can be seen, not only heard.</summary>
public sealed class VisibleLabel() : PageRule("visible-label", Criteria.LabelsOrInstructions, Weight.Warning, MiChecker.LikelyProblem,
    "入力欄のラベルが title だけです。画面に見えず、キーボードでは読めないので、label要素で見えるように付けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>氏名</p>\n<input name=\"n\" title=\"氏名\">", line: 2),
        Example.Good("<label for=\"n\">氏名</label><input id=\"n\" title=\"氏名\">"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("title").Where(field => field.LocalName is "input" or "select" or "textarea" && field.GetAttribute("type")?.ToLowerInvariant() is not ("hidden" or "submit" or "button" or "image" or "reset")
            && !field.HasAttribute("aria-label") && !field.HasAttribute("aria-labelledby") && field.Closest("label") is null && !(field.Id is { Length: > 0 } id && page.LabelsFor(id).Any())).Select(Fault.At);
}
