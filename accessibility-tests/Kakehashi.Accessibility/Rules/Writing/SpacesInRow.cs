using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Columns are tables, not rows of full-width spaces.</summary>
public sealed partial class SpacesInRow() : ProseRule("spaces-in-row", Criteria.MeaningfulSequence, Weight.Warning, MiChecker.LikelyProblem,
    "空白が続いています。空白で位置をそろえず、表や箇条書きを使ってください。"), IMendText
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("\u00A0\u3000");

    protected override Regex Pattern => Row();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>日程は次のとおりです。\n第1回　　　4月1日</p>", line: 2),
        Example.Bad("<p>宇都宮市&nbsp;&nbsp;&nbsp;12件</p>"),
        Example.Good("<p>栃木県　宇都宮市</p><p>a  b</p><p>本文です。　</p>"),
    ];

    // One is left: what it parted stays apart.
    public string Mend(string text) => Replace(text, (match, _) => match.Value.Contains('\u3000', StringComparison.Ordinal) ? "\u3000" : " ");

    // With the words on both sides.
    protected override string Excerpt(Match match, string prose)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        while (start > 0 && !char.IsWhiteSpace(prose[start - 1]))
            start--;
        while (end < prose.Length && !char.IsWhiteSpace(prose[end]))
            end++;
        return prose[start..end];
    }

    [GeneratedRegex(@"(?<=\S)[\u00A0\u3000]{2,}(?=\S)")]
    private static partial Regex Row();
}
