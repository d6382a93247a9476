using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules;

/// <summary>Columns are tables, not rows of full-width spaces.</summary>
public sealed partial class SpacesInRow() : PageRule("spaces-in-row", Criteria.MeaningfulSequence, Weight.Warning, MiChecker.LikelyProblem,
    "空白が続いています。空白で位置をそろえず、表や箇条書きを使ってください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>日程は次のとおりです。\n第1回　　　4月1日</p>", line: 2),
        Example.Bad("<p>宇都宮市&nbsp;&nbsp;&nbsp;12件</p>"),
        Example.Good("<p>栃木県　宇都宮市</p><p>a  b</p><p>本文です。　</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        from text in page.Prose
        let match = Row().Match(text.Data)
        where match.Success
        select new Fault(text.ParentElement!, match.Value);

    [GeneratedRegex(@"\S+[\u00A0\u3000]{2,}\S+")]
    private static partial Regex Row();
}
