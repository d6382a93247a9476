using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>Fields about the reader tell the browser what they ask for.</summary>
public sealed partial class AutocompleteMissing() : PageRule("autocomplete-missing", Criteria.InputPurpose, Weight.Warning, MiChecker.LikelyProblem,
    "氏名や連絡先の欄に autocomplete がありません。登録済みの情報を使えるように、name、email、tel、postal-code などを付けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>連絡先</p>\n<label>メールアドレス <input type=\"email\" name=\"m\"></label>", line: 2),
        Example.Bad("<label>お名前（必須） <input name=\"n\"></label>"),
        Example.Good("<label>メールアドレス <input type=\"email\" name=\"m\" autocomplete=\"email\"></label><label>氏名 <input name=\"n\" autocomplete=\"name\"></label><label>件名 <input name=\"s\"></label>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("input").Where(input => !input.HasAttribute("autocomplete") && input.GetAttribute("type")?.ToLowerInvariant() is null or "text" or "email" or "tel"
            && !input.HasAttribute("autocomplete") && AsksAboutReader(input, page)).Select(Fault.At);

    private static bool AsksAboutReader(IElement input, Page page) =>
        input.GetAttribute("type")?.ToLowerInvariant() is "email" or "tel" || Purpose().IsMatch(page.NameOf(input));

    [GeneratedRegex("^(お名前|メールアドレス|郵便番号|電話番号)(（必須）|（任意）)?$")]
    private static partial Regex Purpose();
}
