using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>Fields have a label; a placeholder, which vanishes on typing, is none.</summary>
public sealed class FieldLabel() : PageRule("field-label", Criteria.LabelsOrInstructions, Weight.Error, MiChecker.Problem,
    "入力欄にラベルがありません。label要素で欄の名前を付けてください。入力例（placeholder）だけではラベルになりません。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>氏名</p>\n<p><input name=\"name\"></p>", line: 2),
        Example.Bad("<input type=\"search\" name=\"q\" placeholder=\"サイト内を検索\">"),
        Example.Bad("<label>分野</label><select name=\"field\"><option>防災</option></select>"),
        Example.Bad("<textarea name=\"text\"></textarea>"),
        Example.Bad("<input type=\"checkbox\" name=\"agree\">同意する"),
        Example.Good("<label for=\"n\">氏名</label><input id=\"n\" name=\"name\"><label><input type=\"checkbox\" name=\"a\">同意する</label>"),
        Example.Good("<input type=\"search\" aria-label=\"サイト内を検索\"><input type=\"hidden\" name=\"t\"><input type=\"submit\" value=\"送る\">"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("input").Where(IsField).Concat(page.Elements("select")).Concat(page.Elements("textarea"))
            .Where(field => page.NameOf(field).Length == 0)
            .Select(Fault.At);

    private static bool IsField(IElement input) =>
        input.GetAttribute("type")?.ToLowerInvariant() is not ("hidden" or "button" or "submit" or "reset" or "image");
}
