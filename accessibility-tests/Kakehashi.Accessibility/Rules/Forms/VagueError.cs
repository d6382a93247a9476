using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>A message about a mistake tells how to mend it.</summary>
public sealed partial class VagueError() : PageRule("vague-error", Criteria.ErrorSuggestion, Weight.Error, MiChecker.LikelyProblem,
    "誤りの説明から直し方が分かりません。「不正です」ではなく、「電話番号は数字で入力してください」のように書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>入力してください。</p>\n<label>電話 <input name=\"t\" aria-invalid=\"true\" aria-describedby=\"e\"></label><p id=\"e\">不正です。</p>", line: 2),
        Example.Bad("<label>電話 <input name=\"t\" aria-invalid=\"true\" aria-describedby=\"e\"></label><p id=\"e\">入力エラー</p>"),
        Example.Good("<label>電話 <input name=\"t\" aria-invalid=\"true\" aria-describedby=\"e\"></label><p id=\"e\">電話番号は、028-000-0000のように入力してください。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("aria-invalid").Where(field => field.GetAttribute("aria-invalid") == "true" && SaysNothing().IsMatch(InvalidMessage.Messages(field, page))).Select(Fault.At);

    [GeneratedRegex("^(エラー|入力エラー|入力エラーです|入力の誤り|不正です|不正な値です|不正な入力です|無効です|無効な値です|値が不正です|入力値が不正です|入力内容が正しくありません|正しくありません|入力に誤りがあります|誤りがあります|NG|×)[。！!]?$")]
    private static partial Regex SaysNothing();
}
