using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>Choosing does not move the reader.</summary>
public sealed partial class ChangeHandler() : PageRule("change-handler", Criteria.OnInput, Weight.Error, MiChecker.LikelyProblem,
    "選んだだけでページが切り替わります。onchange での移動や送信をやめ、ボタンを押したときに動くようにしてください。")
{
    private static readonly string[] Handlers = ["onchange", "oninput"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>言語</p>\n<label>言語 <select onchange=\"location.href=this.value\"><option value=\"/\">日本語</option></select></label>", line: 2),
        Example.Bad("<form action=\"/x/\"><label>分野 <select onchange=\"this.form.submit()\"><option>防災</option></select></label><button>絞り込む</button></form>"),
        Example.Good("<form action=\"/x/\"><label>分野 <select onchange=\"count()\"><option>防災</option></select></label><button>絞り込む</button></form>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        Handlers.SelectMany(name => page.Having(name).Where(element => Moves().IsMatch(element.GetAttribute(name)!))).Select(Fault.At);

    [GeneratedRegex(@"location|submit\s*\(|window\.open|navigate", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Moves();
}
