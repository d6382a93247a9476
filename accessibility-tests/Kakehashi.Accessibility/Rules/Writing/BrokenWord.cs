using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>No line is broken within a word.</summary>
/// <remarks>Certain only where katakana is torn apart, or where a line begins with what cannot begin a word.</remarks>
public sealed partial class BrokenWord() : PageRule("broken-word", Criteria.MeaningfulSequence, Weight.Warning, MiChecker.LikelyProblem,
    "言葉の途中で改行しています。読み上げや検索で別の言葉になるので、改行（br）を消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p>新しいプラット<br>フォームです。</p>", line: 2),
        Example.Bad("<p>様式に記入して、窓口に出してくだ<br>さい。</p>"),
        Example.Good("<p>見本県見本市本町1番地<br>県庁本館3階</p><p>受付は月曜日です。<br>さくら会館で行います。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("br").Where(line => IsTorn(line.PreviousSibling?.TextContent.TrimEnd() ?? "", line.NextSibling?.TextContent.TrimStart() ?? ""))
            .Select(line => new Fault(line.ParentElement!, line.PreviousSibling!.TextContent.Trim()));

    private static bool IsTorn(string before, string after) =>
        before.Length > 3 && after.Length > 0 && (Katakana().IsMatch(before[^1..] + after[..1]) || (IsOpen(before[^1]) && Continuation().IsMatch(after)));

    private static bool IsOpen(char last) => last is >= '\u3041' and <= '\u3096' or >= '\u4E00' and <= '\u9FFF';

    [GeneratedRegex("^[ァ-ヺー]{2}$")]
    private static partial Regex Katakana();

    [GeneratedRegex("^([をっゃゅょんー]|さい[。、]|ます[。、]|です[。、]|ください|ました|ません|れた|れる|って|した[。、])")]
    private static partial Regex Continuation();
}
