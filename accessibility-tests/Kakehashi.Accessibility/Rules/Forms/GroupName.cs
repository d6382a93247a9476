using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>Choices that belong together stand in a group that says what is chosen.</summary>
public sealed class GroupName() : PageRule("group-name", Criteria.InfoAndRelationships, Weight.Error, MiChecker.Problem,
    "選択肢の集まりに名前がありません。選択肢を fieldset で囲み、質問を legend に書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>参加の方法</p>\n<label><input type=\"radio\" name=\"way\" value=\"1\">会場</label><label><input type=\"radio\" name=\"way\" value=\"2\">オンライン</label>", line: 2),
        Example.Bad("<fieldset>\n<label><input type=\"checkbox\" name=\"f\" value=\"1\">防災</label><label><input type=\"checkbox\" name=\"f\" value=\"2\">福祉</label></fieldset>", line: 2),
        Example.Good("<fieldset><legend>参加の方法</legend><label><input type=\"radio\" name=\"way\" value=\"1\">会場</label><label><input type=\"radio\" name=\"way\" value=\"2\">オンライン</label></fieldset>"),
        Example.Good("<div role=\"radiogroup\" aria-label=\"方法\"><label><input type=\"radio\" name=\"w\" value=\"1\">会場</label><label><input type=\"radio\" name=\"w\" value=\"2\">郵送</label></div><label><input type=\"checkbox\" name=\"agree\">同意する</label>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("input").Where(input => input.GetAttribute("type")?.ToLowerInvariant() is "radio" or "checkbox" && input.GetAttribute("name") is { Length: > 0 })
            .GroupBy(input => (input.GetAttribute("type"), input.GetAttribute("name"), input.Closest("form")))
            .Where(choices => choices.Skip(1).Any() && !StandsInNamedGroup(choices.First(), page))
            .Select(choices => Fault.At(choices.First()));

    private static bool StandsInNamedGroup(IElement choice, Page page)
    {
        for (var around = choice.ParentElement; around is not null; around = around.ParentElement)
            if ((around.LocalName == "fieldset" || around.GetAttribute("role") is "group" or "radiogroup") && page.NameOf(around) is { Length: > 0 })
                return true;
        return false;
    }
}
