using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>A field that is wrong says what is wrong.</summary>
public sealed class InvalidMessage() : PageRule("invalid-message", Criteria.ErrorIdentification, Weight.Error, MiChecker.Problem,
    "誤りのある入力欄に、誤りの説明が結び付いていません。説明の文を置き、aria-describedby でその id を指してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>入力してください。</p>\n<label>氏名 <input name=\"n\" aria-invalid=\"true\"></label>", line: 2),
        Example.Bad("<label>氏名 <input name=\"n\" aria-invalid=\"true\" aria-describedby=\"e\"></label><p id=\"e\"></p>"),
        Example.Good("<label>氏名 <input name=\"n\" aria-invalid=\"true\" aria-describedby=\"e\"></label><p id=\"e\">氏名を入力してください。</p><label>電話 <input name=\"t\" aria-invalid=\"false\"></label>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("aria-invalid").Where(field => field.GetAttribute("aria-invalid") is "true" or "" && Messages(field, page).Length == 0).Select(Fault.At);

    internal static string Messages(IElement field, Page page) =>
        string.Concat(AccessibleName.References($"{field.GetAttribute("aria-describedby")} {field.GetAttribute("aria-errormessage")}")
            .Select(id => page.Ids.TryGetValue(id, out var bearers) ? Words.Of(bearers[0]) : ""));
}
