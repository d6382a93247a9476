namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>Fields of one form bear different labels.</summary>
public sealed class RepeatedLabel() : PageRule("repeated-label", Criteria.HeadingsAndLabels, Weight.Warning, MiChecker.LikelyProblem,
    "同じ言葉のラベルが付いた入力欄が2つ以上あります。「申請する人の氏名」のように、区別できる言葉にしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<label>氏名（必須） <input name=\"a\"></label>\n<label>氏名（必須） <input name=\"b\"></label>", line: 2),
        Example.Good("<fieldset><legend>代表者</legend><label>氏名 <input name=\"a\"></label></fieldset><fieldset><legend>担当者</legend><label>氏名 <input name=\"b\"></label></fieldset>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("input").Where(input => input.GetAttribute("type")?.ToLowerInvariant() is not ("radio" or "checkbox" or "hidden" or "submit" or "button" or "image" or "reset"))
            .Concat(page.Elements("select")).Concat(page.Elements("textarea"))
            .GroupBy(field => (page.NameOf(field), field.Closest("form"), field.Closest("fieldset, [role=group]")))
            .Where(group => group.Key.Item1.Length > 0).SelectMany(group => group.Skip(1)).Select(Fault.At);
}
