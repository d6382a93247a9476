namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>No control stands within another.</summary>
public sealed class NestedInteractive() : PageRule("nested-interactive", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "リンクやボタンの中に、別のリンク・ボタン・入力欄があります。並べて置くように直してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<a href=\"/x/\">課題\n<button>開く</button></a>", line: 3),
        Example.Bad("<button>分野 <select aria-label=\"分野\"><option>防災</option></select></button>"),
        Example.Bad("<div role=\"button\" tabindex=\"0\">課題 <a href=\"/x/\">河川の水位</a></div>"),
        Example.Good("<label>分野 <input name=\"f\"></label><a href=\"/x/\">課題</a><button>開く</button><details><summary>経過</summary><a href=\"/y/\">記録</a></details>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.WithinControls.Select(Fault.At);
}
