namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>A dialogue says what it is about.</summary>
public sealed class DialogName() : PageRule("dialog-name", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "ダイアログに名前がありません。aria-labelledby で見出しを指すか、aria-label で名前を付けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<dialog><p>送信しますか。</p><button>送信する</button></dialog>", line: 2),
        Example.Bad("<div role=\"dialog\"><p>送信しますか。</p></div>"),
        Example.Good("<dialog aria-labelledby=\"d\"><h2 id=\"d\">送信の確認</h2><button>送信する</button></dialog><div role=\"alertdialog\" aria-label=\"確認\"></div>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("dialog").Concat(page.Having("role").Where(element => element.LocalName != "dialog" && element.GetAttribute("role") is "dialog" or "alertdialog"))
            .Where(dialog => !dialog.HasAttribute("aria-labelledby") && string.IsNullOrWhiteSpace(dialog.GetAttribute("aria-label")) && string.IsNullOrWhiteSpace(dialog.GetAttribute("title"))).Select(Fault.At);
}
