namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>Reading begins at the beginning of the page.</summary>
public sealed class AutoFocus() : PageRule("auto-focus", Criteria.OnFocus, Weight.Warning, MiChecker.NeedsJudgement,
    "開いたときに入力欄へフォーカスが移ります（autofocus）。前にある説明が読まれないので、消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>説明です。</p>\n<label>氏名 <input name=\"n\" autofocus></label>", line: 2),
        Example.Good("<div role=\"group\" aria-labelledby=\"errors\" tabindex=\"-1\" autofocus><h2 id=\"errors\">直していただきたいところが1件あります</h2></div>"),
        Example.Good("<label>氏名 <input name=\"n\"></label><dialog aria-label=\"確認\"><button autofocus>閉じる</button></dialog>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Having("autofocus")
        .Where(element => element.LocalName is "input" or "select" or "textarea" or "button" && element.Closest("dialog, [role=dialog]") is null).Select(Fault.At);
}
