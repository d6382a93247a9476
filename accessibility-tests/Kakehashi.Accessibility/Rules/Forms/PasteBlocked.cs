namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>Passwords and addresses can be pasted.</summary>
public sealed class PasteBlocked() : PageRule("paste-blocked", Criteria.AccessibleAuthentication, Weight.Error, MiChecker.Problem,
    "貼り付けが止められているか、パスワードの保存が止められています。onpaste を消し、autocomplete に current-password などを付けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>ログイン</p>\n<label>暗証番号 <input name=\"c\" onpaste=\"return false\"></label>", line: 2),
        Example.Bad("<label>パスワード <input type=\"password\" name=\"p\" autocomplete=\"off\"></label>"),
        Example.Good("<label>パスワード <input type=\"password\" name=\"p\" autocomplete=\"current-password\"></label>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("onpaste").Where(field => field.GetAttribute("onpaste") is { } script && (script.Contains("false", StringComparison.Ordinal) || script.Contains("preventDefault", StringComparison.Ordinal)))
            .Concat(page.Elements("input").Where(input => input.GetAttribute("type") == "password" && input.GetAttribute("autocomplete") == "off")).Select(Fault.At);
}
