using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>A form is sent by a button.</summary>
public sealed class SubmitButton() : PageRule("submit-button", Criteria.OnInput, Weight.Error, MiChecker.LikelyProblem,
    "送信のボタンがないフォームです。入力しただけで動かないように、ボタン（button）を置いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>検索</p>\n<form action=\"/search/\"><label>言葉 <input name=\"q\"></label></form>", line: 2),
        Example.Good("<form action=\"/search/\"><label>言葉 <input name=\"q\"></label><button>検索する</button></form><form id=\"f\"><label>分野 <input name=\"f\"></label></form><button form=\"f\">送る</button>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("form").Where(form => form.QuerySelector("input:not([type=hidden]), select, textarea") is not null && !HasButton(form, page)).Select(Fault.At);

    private static bool HasButton(IElement form, Page page) =>
        form.QuerySelector("button:not([type=button]):not([type=reset]), input[type=submit], input[type=image]") is not null
        || (form.Id is { Length: > 0 } id && page.Having("form").Any(button => button.GetAttribute("form") == id && button.LocalName is "button" or "input"));
}
