using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>Nobody types the same thing twice.</summary>
public sealed partial class TypedTwice() : PageRule("typed-twice", Criteria.RedundantEntry, Weight.Warning, MiChecker.LikelyProblem,
    "同じことを2回入力させています。確認の欄をなくし、送信する前の確認画面で見直せるようにしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<label>メール <input type=\"email\" name=\"m\" autocomplete=\"email\"></label>\n<label>メール（確認用） <input type=\"email\" name=\"m2\" autocomplete=\"email\"></label>", line: 2),
        Example.Bad("<label>メールアドレスをもう一度入力 <input name=\"m2\" autocomplete=\"email\"></label>"),
        Example.Good("<label>確認の方法 <input name=\"c\"></label>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Elements("input").Where(input => input.GetAttribute("type") is not ("hidden" or "password") && Again().IsMatch(page.NameOf(input))).Select(Fault.At);

    [GeneratedRegex("確認用|（確認）|確認のため|もう一度|もう1度|再入力|再度入力")]
    private static partial Regex Again();
}
