using AngleSharp.Dom;
using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility.Rules.Styles;

/// <summary>Colour is the theme's affair; words that matter are marked as such.</summary>
public sealed class InlineColour() : PageRule("inline-colour", Criteria.UseOfColour, Weight.Warning, MiChecker.NeedsJudgement,
    "文字に直接色を付けています。色の違いは伝わらないことがあるので、色を消し、大事な言葉は強調（strong）にして言葉でも書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>締切は\n<span style=\"color: red\">4月30日</span>です。</p>", line: 2),
        Example.Good("<p>締切は<strong>4月30日</strong>です。</p><div style=\"color: #333\"><p>本文です。</p></div>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("style").Where(element => element.LocalName is "span" or "b" or "strong" or "em" or "i" or "u" && Sheet(element)["color"].Length > 0).Select(Fault.At);

    private static StyleBlock Sheet(IElement element) => StyleSheet.OfAttribute(element.GetAttribute("style")!).Blocks[0];
}
