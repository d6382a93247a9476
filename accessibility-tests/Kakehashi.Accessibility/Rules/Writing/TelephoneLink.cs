using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Telephone numbers can be called by touching them.</summary>
public sealed partial class TelephoneLink() : PageRule("telephone-link", null, Weight.Advice, MiChecker.NeedsJudgement,
    "電話番号がリンクになっていません。スマートフォンからすぐにかけられるように、電話のリンク（tel:）にしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p>電話：028-623-0000</p>", line: 2),
        Example.Good("<p>電話：<a href=\"tel:0286230000\">028-623-0000</a></p><p>ファクス：028-623-0001</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        from match in Number().Matches(page.ProseText)
        let words = page.ProseAt(match.Index).ParentElement!
        where words.Closest("a, label") is null
        select new Fault(words, match.Value);

    [GeneratedRegex("電話(番号)?[ 　:：（(]{0,3}0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}(?![0-9-])")]
    private static partial Regex Number();
}
